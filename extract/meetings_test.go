package extract_test

import "testing"

// Which meeting is meant where the text only says 峰会, or names nobody's.
func TestWhichMeeting(t *testing.T) {
	hold(t, []sample{
		{"国际渔业对话会4日在利马举行。智利总统皮涅拉主持对话会。\n\n第三届港口论坛将于明年召开，组委会4日在利马举行第二届港口论坛新闻发布会。\n\n智利外长穆尼奥斯参加对话会。", "attended(穆尼奥斯, 国际渔业对话会) actual 2018-03-04", "attended(穆尼奥斯, 第二届"},
		{"国际渔业大会在利马开幕。智利外长穆尼奥斯宣读了皮涅拉总统的贺信并致辞。", "spokeAt(穆尼奥斯, 国际渔业大会) actual", "spokeAt(皮涅拉"},
		{"4日是渔业峰会召开十周年。利马举行了一场以渔业为主题的研讨会，智利总统皮涅拉与会。", "attended(皮涅拉, 研讨会) actual 2018-03-04", "attended(皮涅拉, 渔业峰会)"},
		{"第9次海合会与中亚国家领导人会议在利马举行。智利总统皮涅拉出席第9次海合会与中亚国家领导人会议。", "attended(皮涅拉, 第9次海合会与中亚国家领导人会议) actual", "attended(皮涅拉, 中亚国家领导人会议)"},
		{"智利总统皮涅拉出席巴以问题特别峰会。", "attended(皮涅拉, 巴以问题特别峰会) actual", ""},
		{"智利总统皮涅拉将出席两阶段领导人非正式会议。", "attended(皮涅拉, 领导人非正式会议) planned", ""},
		{"智利总统皮涅拉3日举行宴会，欢迎出席渔业峰会开幕式的来宾。秘鲁外长波波利西奥致辞。", "", "spokeAt(波波利西奥, 渔业峰会开幕式)"},
	})
}

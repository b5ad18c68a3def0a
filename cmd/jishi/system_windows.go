package main

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

// memoryStatus is MEMORYSTATUSEX.
type memoryStatus struct {
	length, load                    uint32
	totalPhysical, freePhysical     uint64
	totalPage, freePage             uint64
	totalVirtual, freeVirtual, more uint64
}

// physicalMemory gives the bytes of memory that the machine has and those that are free; 0 where that cannot be told.
func physicalMemory() (total, free uint64) {
	s := memoryStatus{}
	s.length = uint32(unsafe.Sizeof(s))
	done, _, _ := windows.NewLazySystemDLL("kernel32.dll").NewProc("GlobalMemoryStatusEx").Call(uintptr(unsafe.Pointer(&s)))
	if done == 0 {
		return 0, 0
	}
	return s.totalPhysical, s.freePhysical
}

// consoleCodePage is the encoding of the console for programs that write bytes; 0 where there is no console.
func consoleCodePage() uint32 {
	page, err := windows.GetConsoleOutputCP()
	if err != nil {
		return 0
	}
	return page
}

// displayLanguage is the language of Windows' own menus, such as zh-CN.
func displayLanguage() string {
	languages, err := windows.GetUserPreferredUILanguages(windows.MUI_LANGUAGE_NAME)
	if err != nil || len(languages) == 0 {
		return ""
	}
	return languages[0]
}

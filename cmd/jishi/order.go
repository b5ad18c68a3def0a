package main

// inOrder calls do for 0 to n-1, as many at a time as there are jobs, and take with what each made, in order. No more is
// under way than there are jobs: what waits for its turn takes memory. It ends with the first error, take's or in order do's:
// whoever reads us may have gone.
func inOrder[T any](n, jobs int, do func(i int) (T, error), take func(T) error) error {
	type made struct {
		value T
		err   error
	}
	turns := make(chan chan made, jobs) // what is under way, in order
	free := make(chan struct{}, jobs)
	gone := make(chan struct{})
	defer close(gone)
	go func() {
		defer close(turns)
		for i := range n {
			select {
			case free <- struct{}{}:
			case <-gone:
				return
			}
			done := make(chan made, 1)
			turns <- done
			go func() {
				value, err := do(i)
				done <- made{value, err}
			}()
		}
	}()
	for done := range turns {
		m := <-done
		if m.err != nil {
			return m.err
		}
		if err := take(m.value); err != nil {
			return err
		}
		<-free
	}
	return nil
}

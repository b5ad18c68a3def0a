package schema

// CountryOf is the id of the country for which a party counts on a day, or "" when there is none. A country counts for
// itself; a leader for the country of his office at the time, and for none where his office is of an international body;
// a ministry, an embassy, a firm, a team or a place for the country that it belongs to. all has the entities by id.
func CountryOf(p Party, on Day, all map[string]Entity) string {
	e := all[p.Entity]
	if p.Type == "country" || e.Type == "country" {
		return p.Entity
	}
	if p.OnBehalfOf != "" {
		if c := belongsTo(p.OnBehalfOf, all); c != "" || e.Type == "leader" || p.Type == "leader" {
			return c
		}
		return e.Country
	}
	if of := officeAt(e, on); of != "" {
		return belongsTo(of, all)
	}
	return e.Country
}

func belongsTo(id string, all map[string]Entity) string {
	if e := all[id]; e.Type != "country" {
		return e.Country
	}
	return id
}

// officeAt is whose office somebody holds on a day by his term. Days of mention are no term, and do not count.
func officeAt(e Entity, on Day) string {
	if on.Year == 0 {
		return ""
	}
	for _, o := range e.Offices {
		if o.Since.Year > 0 && !after(o.Since, on) && (o.Until.Year == 0 || !after(on, o.Until)) {
			return o.Of
		}
	}
	return ""
}

// after compares two days as far as both are known: 2020 is not after 2020-03.
func after(a, b Day) bool {
	for _, p := range [...][2]int{{a.Year, b.Year}, {a.Month, b.Month}, {a.Day, b.Day}} {
		if p[0] == 0 || p[1] == 0 {
			return false
		}
		if p[0] != p[1] {
			return p[0] > p[1]
		}
	}
	return false
}

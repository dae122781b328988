package org.sanban.people.web;

import org.sanban.people.Units;

/**
 * A unit in the administrator's tree.
 *
 * @param head name of its own head, empty for none
 * @param inCharge name of the leader in charge, also by a unit above
 */
public record UnitLine(Units.Unit unit, int depth, String head, String inCharge, int members) {}

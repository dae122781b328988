package org.sanban.meetings.web;

import java.util.List;
import org.sanban.meetings.Meeting;
import org.sanban.meetings.agenda.Timetable;
import org.sanban.meetings.day.CheckIn;
import org.sanban.meetings.day.Equipment;

/** A meeting of today on the board. @param due rounds of equipment checks that are due and were not done */
public record BoardCard(Meeting meeting, Timetable timetable, CheckIn.Attendance attendance, List<Equipment.Round> due, int faults) {}

package org.sanban.people.web;

import org.jspecify.annotations.Nullable;

/** @param deputy null for nobody */
record StandInForm(@Nullable Long deputy) {}

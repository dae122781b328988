/** Trays, panels and forms of the engine, as pages and as JSON. */
@NullMarked
package org.sanban.workflow.web;

import org.jspecify.annotations.NullMarked;

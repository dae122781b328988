/** Pages and API of the reports. */
@NullMarked
package org.sanban.reports.web;

import org.jspecify.annotations.NullMarked;

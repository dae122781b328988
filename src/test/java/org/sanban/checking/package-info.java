@org.jspecify.annotations.NullMarked
package org.sanban.checking;

/** 编号: the register of issue numbers (发文字号登记簿): series, numbers reserved, given and voided, and the proof that none is missing. */
@NullMarked
package org.sanban.numbers;

import org.jspecify.annotations.NullMarked;

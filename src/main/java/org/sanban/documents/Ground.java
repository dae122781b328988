package org.sanban.documents;

/** Ground of return at first review (退文情形 RET-01 … RET-18, domain.md §2.5). */
public enum Ground {
    RET_01(LawTest.COMPETENCE),
    RET_02(LawTest.ROUTING),
    RET_03(LawTest.ROUTING),
    RET_04(LawTest.ROUTING),
    RET_05(LawTest.ROUTING),
    RET_06(LawTest.ROUTING),
    RET_07(LawTest.ROUTING),
    RET_08(LawTest.ROUTING),
    RET_09(LawTest.ROUTING),
    RET_10(LawTest.FORM),
    RET_11(LawTest.FORM),
    RET_12(LawTest.FORM),
    RET_13(LawTest.CONSULTATION),
    RET_14(LawTest.DRAFTING),
    RET_15(LawTest.DRAFTING),
    RET_16(LawTest.DRAFTING),
    RET_17(LawTest.DRAFTING),
    RET_18(LawTest.DRAFTING);

    private final LawTest test;

    Ground(LawTest test) {
        this.test = test;
    }

    /** The test of the law that it fails. */
    public LawTest test() {
        return test;
    }

    /** As offices write it: {@code RET-05}. */
    public String code() {
        return name().replace('_', '-');
    }
}

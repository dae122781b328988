package org.sanban.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.audit.Finding.What;

/** Each way of tampering with the trail is found, and the place is named. */
class TamperingTests extends TrailTest {

    private SubjectRef subject = subject();
    private String chain = "";

    @BeforeEach
    void aSealedChainOfFive() {
        subject = withFiveLines();
        chain = " where subject_kind = '" + subject.kind() + "' and subject_id = " + subject.id();
        sealing.seal(clock.instant());
    }

    private void found(String sql, What what, @Nullable SubjectRef where, long seq) throws SQLException {
        tampering(sql, () -> assertThat(verification.verify().first()).isEqualTo(new Finding(what, where, seq)));
        assertThat(verification.verify().first()).isNull();
    }

    private long newestSeal() {
        return sealing.newest().orElseThrow().id();
    }

    private String rehash(String where) {
        return "update audit_entry set hash = audit_hash(subject_kind, subject_id, seq, at, actor, on_behalf_of, what, detail, client, prev_hash)"
                + chain + where + ";";
    }

    @Test
    void promise11_anUntouchedTrailVerifies() {
        Verification.Result result = verification.verify();
        assertThat(result.whole()).isTrue();
        assertThat(result.links()).isGreaterThanOrEqualTo(5);
        assertThat(result.chains()).isPositive();
        assertThat(result.seals()).isPositive();
    }

    @Test
    void promise11_anAlteredLineIsNamed() throws SQLException {
        found("update audit_entry set what = 'test.nothing'" + chain + " and seq = 3", What.ALTERED, subject, 3);
        found("update audit_entry set actor = 8" + chain + " and seq = 1", What.ALTERED, subject, 1);
        found("update audit_entry set detail = '{}'" + chain + " and seq = 5", What.ALTERED, subject, 5);
        found("update audit_entry set on_behalf_of = 9" + chain + " and seq = 2", What.ALTERED, subject, 2);
        found("update audit_entry set at = at - interval '1 microsecond'" + chain + " and seq = 4", What.ALTERED, subject, 4);
        found("update audit_entry set client = '10.0.0.1'" + chain + " and seq = 4", What.ALTERED, subject, 4);
    }

    @Test
    void promise11_aLineAlteredTogetherWithItsHashIsNamed() throws SQLException {
        found("update audit_entry set what = 'x'" + chain + " and seq = 3;" + rehash(" and seq = 3"), What.ALTERED, subject, 3);
    }

    @Test
    void promise11_aChainWrittenAnewWithAllItsHashesIsFoundByItsSeal() throws SQLException {
        String anew = "update audit_entry set what = 'x'" + chain + " and seq = 5;" + rehash(" and seq = 5")
                + "update audit_chain c set hash = e.hash from audit_entry e where e.subject_kind = c.subject_kind"
                + " and e.subject_id = c.subject_id and e.seq = c.seq";
        found(anew, What.ALTERED, subject, 5);
    }

    @Test
    void promise11_aMissingLineIsNamed() throws SQLException {
        found("delete from audit_entry" + chain + " and seq = 3", What.MISSING, subject, 3);
        found("delete from audit_entry" + chain + " and seq = 1", What.MISSING, subject, 1);
        found("delete from audit_entry" + chain + " and seq = 5", What.MISSING, subject, 5);
    }

    @Test
    void promise11_aMissingLineIsNamedAlsoWhenTheOthersAreNumberedAnew() throws SQLException {
        found("delete from audit_entry" + chain + " and seq = 3; update audit_entry set seq = seq + 99" + chain + " and seq > 3;"
                        + "update audit_entry set seq = seq - 100" + chain + " and seq > 3", What.MISSING, subject, 3);
    }

    @Test
    void promise11_anInsertedLineIsNamed() throws SQLException {
        String copy = "insert into audit_entry select nextval('audit_entry_seq'), subject_kind, subject_id, %d, form, at, actor, on_behalf_of,"
                + " 'test.forged', detail, client, hash, hash from audit_entry" + chain + " and seq = %d;";
        found(copy.formatted(6, 5) + rehash(" and seq = 6"), What.INSERTED, subject, 6);
        found("update audit_entry set seq = seq + 100" + chain + " and seq > 2; update audit_entry set seq = seq - 99" + chain
                        + " and seq > 2;" + copy.formatted(3, 2) + rehash(" and seq = 3"), What.INSERTED, subject, 3);
    }

    @Test
    void promise11_reorderedLinesAreNamed() throws SQLException {
        found(swap(2, 4), What.REORDERED, subject, 2);
        found(swap(3, 4), What.REORDERED, subject, 3);
    }

    private String swap(int one, int other) {
        return "update audit_entry set seq = 100" + chain + " and seq = " + one + ";"
                + "update audit_entry set seq = " + one + chain + " and seq = " + other + ";"
                + "update audit_entry set seq = " + other + chain + " and seq = 100";
    }

    @Test
    void promise11_aWholeMissingChainIsNamed() throws SQLException {
        found("delete from audit_entry" + chain, What.CHAIN_MISSING, subject, 5);
        found("delete from audit_entry" + chain + "; delete from audit_chain" + chain, What.CHAIN_MISSING, subject, 5);
    }

    @Test
    void promise11_aMissingSealIsNamed() throws SQLException {
        happens(subject, "test.later");
        sealing.seal(clock.instant());
        long last = newestSeal();
        found("delete from audit_seal where id = " + last, What.SEAL_MISSING, null, last);
        found("delete from audit_seal where id = " + (last - 1), What.SEAL_MISSING, null, last - 1);
        found("delete from audit_seal where id = " + last + "; delete from audit_seal_leaf where seal_id = " + last,
                What.SEAL_MISSING, subject, 6);
    }

    @Test
    void promise11_anAlteredSealIsNamed() throws SQLException {
        long last = newestSeal();
        found("update audit_seal set sealed_at = sealed_at - interval '1 day' where id = " + last, What.SEAL_ALTERED, null, last);
        found("update audit_seal_leaf set hash = sha256(hash) where seal_id = " + last, What.SEAL_ALTERED, null, last);
        found("delete from audit_seal_leaf where seal_id = " + last, What.SEAL_ALTERED, null, last);
    }

    @Test
    void promise11_aSealNotedDownOutsideProvesThatNothingBeforeItWasWrittenAnew() throws SQLException {
        Anchor noted = Anchor.of(sealing.newest().orElseThrow().anchor());
        assertThat(verification.verify(noted, n -> {}).whole()).isTrue();
        String allAnew = "update audit_seal set sealed_at = sealed_at - interval '1 day' where id = " + noted.seal() + ";"
                + "update audit_seal set hash = audit_seal_hash(id, sealed_at, leaf_count, merkle_root, prev_hash) where id = " + noted.seal();
        tampering(allAnew, () -> {
            assertThat(verification.verify().whole()).isTrue();
            assertThat(verification.verify(noted, n -> {}).first()).isEqualTo(new Finding(What.SEAL_ALTERED, null, noted.seal()));
        });
    }
}

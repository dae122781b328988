package org.sanban.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanban.testing.Alongside;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.multipart.MultipartException;

@Alongside
class OutageTests {

    private static final Texts TEXTS = new Texts(new StaticMessageSource(), Locale.SIMPLIFIED_CHINESE);

    private static Mishap told(Throwable cause) {
        return Mishap.of(cause, TEXTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P03", "53100"})
    void aDatabaseThatDoesNotAnswerIsNobodysMistakeAndTheFormMayBeSentAgain(String state) {
        SQLException sql = new SQLException("gone", state);
        assertThat(told(new DataAccessResourceFailureException("read", sql))).isEqualTo(Mishap.of(503));
        assertThat(told(new TransactionSystemException("commit", sql))).as("whether it was done is not known").isEqualTo(Mishap.of(503));
        assertThat(told(new CannotCreateTransactionException("begin", new SQLTransientConnectionException("timeout")))).isEqualTo(Mishap.of(503));
    }

    @Test
    void aMistakeOfOursIsNotExcusedAsAnOutage() {
        assertThat(told(new IllegalStateException("bug")).status()).isEqualTo(500);
        assertThat(told(new DataAccessResourceFailureException("read", new SQLException("no such column", "42703"))).status()).isEqualTo(500);
        assertThat(told(new DataAccessResourceFailureException("write", new SQLException("cannot write", "25006"))).status()).as("a page that writes").isEqualTo(500);
    }

    @Test
    void anUploadThatFindsNoRoomIsNotABadRequest() {
        assertThat(told(new MultipartException("part", new FileSystemException("/tmp/upload", null, "No space left on device"))).code()).isEqualTo("pages.refusal.no-room");
        assertThat(told(new MultipartException("part", new IOException("No space left on device"))).status()).isEqualTo(503);
        assertThat(told(new MultipartException("part", new IOException("unexpected end of stream"))).status()).isEqualTo(400);
    }
}

package org.sanban.wire;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes that need no answer: they are sent in the same round trip as the next statement of the transaction, or before its
 * commit, in the order in which they were given. Nobody can read past them, so nobody has to know that they wait.
 */
@Component
public class Wire {

    private static final SQLExceptionTranslator REFUSALS = new SQLExceptionSubclassTranslator();

    /** Counts the changes of a row; a division by zero where it was changed since its version was read. No second look at what was touched. */
    public static final String COUNTED = "version = version + 1 / (version = ?)::int";

    private final DataSource source;

    Wire(DataSource source) {
        this.source = source;
    }

    /**
     * Sends {@code sql} with the next statement; what it answers is not asked for. What the database refuses is thrown there.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void later(String sql, @Nullable Object... values) {
        put(new Part(sql, Stream.of(values).map(Part::value).toList(), -1));
    }

    /**
     * Sends an insert of one row with the next statement. Its values are texts that the columns know to read: so the driver
     * meets the same statement whether one is null or not.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void one(String sql, @Nullable String... texts) {
        put(new Part(sql, Stream.of(texts).map(Part::text).toList(), 1));
    }

    /** The same for an update of a row that is there: nobody asks how many it touches. {@link #COUNTED} refuses where the row is not what was read. */
    public void any(String sql, @Nullable String... texts) {
        put(new Part(sql, Stream.of(texts).map(Part::text).toList(), -1));
    }

    private void put(Part part) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("nothing can wait outside a transaction: " + part.sql());
        }
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            ((Waiting) connection).add(part);
        } catch (SQLException e) {
            DataAccessException refusal = REFUSALS.translate("what waited", part.sql(), e);
            throw refusal == null ? new UncategorizedSQLException("what waited", part.sql(), e) : refusal;
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    /** Puts the connections of the pool under it, outermost, so that whatever is measured below sees what is really sent. */
    @Configuration(proxyBeanMethods = false)
    static class Laying {

        @Bean
        static BeanPostProcessor wiredDataSource() {
            return new Wiring();
        }
    }

    private static final class Wiring implements BeanPostProcessor, Ordered {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof DataSource pool && name.equals("dataSource") ? new WiredSource(pool) : bean;
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }
    }
}

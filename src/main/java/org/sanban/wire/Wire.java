package org.sanban.wire;

import java.sql.Connection;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes that need no answer: they are sent in the same round trip as the next statement of the transaction, or before its
 * commit, in the order in which they were given. Nobody can read past them, so nobody has to know that they wait.
 */
@Component
public class Wire {

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
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("nothing can wait outside a transaction: " + sql);
        }
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            ((Waiting) connection).later(sql, values);
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

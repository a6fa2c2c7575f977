package org.llmperf.leaderboard.store;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks the database and changes nothing. All questions of one page share a transaction, so that they see one state; and no row
 * is looked through for changes before each of them, which for a page of a thousand rows costs more than to read them.
 *
 * <p>Within a transaction that is there already, it is a part of that one, with whatever that one has changed.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Reading {}

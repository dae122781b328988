/**
 * What every page and every answer is made of: the shell, texts, refusals and their words.
 *
 * <p>A page is a template that fills {@code ui/layout} (or {@code ui/plain} where nobody is signed in); a form is made of {@code ui/field}
 * with a {@link org.sanban.pages.FormView}:
 *
 * <pre>{@code
 * @template.ui.layout(shell = shell, title = shell.t("people.absence.title"), content = @`
 *   <form class="sheet form" method="post" action="/absences">
 *     @template.ui.hidden(shell = shell, form = form)          csrf, request id, version
 *     @template.ui.objections(shell = shell, form = form)      summary, links to the fields
 *     <div class="pad form cols">
 *       @template.ui.field(shell = shell, form = form, name = "from", type = "date", label = shell.t("people.absence.from"), required = true)
 *       @template.ui.person-picker(shell = shell, form = form, name = "person", label = ..., choices = persons)
 *     </div>
 *     <div class="acts"><button class="btn go" data-key="a">...</button></div>
 *   </form>`)
 * }</pre>
 *
 * <p>Controllers put {@code FormView.of(new AbsenceForm(...))} into the model, and {@code FormView.of(errors)} with status 422 after a refusal.
 * {@link org.sanban.pages.Flash#done} says on the next page that it was done.
 */
@NullMarked
package org.sanban.pages;

import org.jspecify.annotations.NullMarked;

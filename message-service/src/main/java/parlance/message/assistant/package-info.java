/** What an AI agent would answer, once one is configured. */
@NullMarked
package parlance.message.assistant;

import org.jspecify.annotations.NullMarked;

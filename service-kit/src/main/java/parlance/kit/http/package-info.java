/**
 * What every HTTP route of Parlance has in common: CORS, errors as plain text, the token of
 * internal routes.
 */
@NullMarked
package parlance.kit.http;

import org.jspecify.annotations.NullMarked;

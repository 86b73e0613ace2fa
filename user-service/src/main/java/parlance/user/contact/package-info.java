/**
 * Users' address books. Which entries belong to registered users is looked up whenever a contact is
 * shown, so that it is always current and no user's book is ever rewritten.
 */
@NullMarked
package parlance.user.contact;

import org.jspecify.annotations.NullMarked;

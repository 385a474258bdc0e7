/**
 * Teams: from a name, a repository and a place to namespace, least-privilege project, roles, quota
 * and the Application. Start at {@link dev.layerscope.edit.team.TeamPlanner}.
 */
@NullMarked
package dev.layerscope.edit.team;

import org.jspecify.annotations.NullMarked;

package dev.layerscope.edit.planning;

import dev.layerscope.edit.Proposal;
import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.application.ApplicationPlanner;
import dev.layerscope.edit.application.MovingPlanner;
import dev.layerscope.edit.application.RemovalPlanner;
import dev.layerscope.edit.application.RenamingPlanner;
import dev.layerscope.edit.application.RetargetingPlanner;
import dev.layerscope.edit.estate.Ground;
import dev.layerscope.edit.fix.FixPlanner;
import dev.layerscope.edit.intention.Fix;
import dev.layerscope.edit.intention.Intention;
import dev.layerscope.edit.intention.Moving;
import dev.layerscope.edit.intention.NewApplication;
import dev.layerscope.edit.intention.NewCluster;
import dev.layerscope.edit.intention.NewLayer;
import dev.layerscope.edit.intention.Promotion;
import dev.layerscope.edit.intention.Release;
import dev.layerscope.edit.intention.Removal;
import dev.layerscope.edit.intention.Renaming;
import dev.layerscope.edit.intention.Retargeting;
import dev.layerscope.edit.intention.TeamBinding;
import dev.layerscope.edit.intention.UpstreamMerge;
import dev.layerscope.edit.layer.ClusterPlanner;
import dev.layerscope.edit.layer.LayerPlanner;
import dev.layerscope.edit.promotion.PromotionPlanner;
import dev.layerscope.edit.promotion.UpstreamPlanner;
import dev.layerscope.edit.release.ReleasePlanner;
import dev.layerscope.edit.team.TeamPlanner;
import java.util.List;

/** Turns an intention into a plan, or says why not. Looks only; nothing is written. */
public final class Planner {
  private Planner() {}

  /**
   * @param grounds the estate in each environment the intention is wanted in, in promotion order;
   *     for a promotion, where it comes from and where it goes to
   */
  public static Proposal plan(Intention intention, List<Ground> grounds) {
    try {
      return new Proposal.Agreed(
          switch (intention) {
            case TeamBinding team -> TeamPlanner.plan(team, grounds);
            case NewLayer layer -> LayerPlanner.plan(layer, grounds);
            case NewCluster cluster -> ClusterPlanner.plan(cluster, grounds.getFirst());
            case NewApplication application -> ApplicationPlanner.plan(application, grounds);
            case Release release -> ReleasePlanner.plan(release, grounds);
            case Promotion promotion ->
                PromotionPlanner.plan(promotion, grounds.getFirst(), grounds.getLast());
            case Retargeting retargeting -> RetargetingPlanner.plan(retargeting, grounds);
            case Renaming renaming -> RenamingPlanner.plan(renaming, grounds);
            case Moving moving -> MovingPlanner.plan(moving, grounds);
            case Removal removal -> RemovalPlanner.plan(removal, grounds);
            case UpstreamMerge merge -> UpstreamPlanner.plan(merge, grounds.getFirst());
            case Fix fix -> FixPlanner.plan(fix, grounds.getFirst());
          });
    } catch (RefusedException e) {
      return e.refusal();
    }
  }
}

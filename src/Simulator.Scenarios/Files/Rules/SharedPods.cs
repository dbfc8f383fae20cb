using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.ControlPlane.Versions;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>Controllers that select one another's pods: in 1.3 each takes them for its own, and they undo what the other does.</summary>
internal sealed class SharedPods : IClusterRule
{
    public IEnumerable<Omission> Check(ClusterView view)
    {
        if (!view.Has(Habits.SharesPods)) yield break;
        foreach (var pod in view.Pods.Where(IsController))
        {
            if (((IPodOwner)pod.Owner).PodSelector is not { IsEmpty: false } selector
                || !SelectorMatcher.TryCompile(selector, out var matcher, out _))
            {
                continue;
            }
            var other = Candidates(selector, pod, view)
                .FirstOrDefault(other => IsController(other) && IsAnother(other.Owner, pod.Owner) && matcher.Matches(other.Labels))?.Owner;
            if (other is null) continue;
            yield return new Omission(
                Effect.ChangesDecisions, pod.Owner.Kind, "spec.selector",
                $"{pod.Owner.Name} selects the pods of {other.Kind} {other.Name}, too: in {view.VersionWord} both take them for their own",
                FieldPlace.Of(pod.Place, "spec.selector") ?? pod.Place, pod.Place);
        }
    }

    private static bool IsController(PodUse pod) => pod.Owner is ReplicaController or Deployment or DaemonSet or PetSet;

    /// <summary>Whoever has the first label that is asked for; all of the namespace if none is.</summary>
    private static IEnumerable<PodUse> Candidates(LabelSelector selector, PodUse self, ClusterView view) => selector.MatchLabels.Count > 0
        ? view.PodsWith(self.Namespace, selector.MatchLabels.First().Key, selector.MatchLabels.First().Value)
        : view.Pods.Where(pod => pod.Namespace == self.Namespace);

    /// <summary>The same object, applied again, is no other.</summary>
    private static bool IsAnother(ApiObject other, ApiObject self) => other.Kind != self.Kind || other.Name != self.Name;
}

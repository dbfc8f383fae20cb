using Simulator.Api;

namespace Simulator.Scenarios;

/// <summary>Controllers that select one another's pods: in 1.3 each takes them for its own, and they undo what the other does.</summary>
internal sealed class SharedPods : IClusterRule
{
    /// <summary>Pairs that are looked at; thousands of controllers that share a label are not compared to the end.</summary>
    private const int PairsMax = 1_000_000;

    public IEnumerable<Omission> Check(ClusterView view)
    {
        var controllers = view.Objects.Where(placed => placed.Value is ReplicaController or Deployment or DaemonSet or PetSet).ToList();
        var byNamespace = controllers.ToLookup(placed => placed.Value.Namespace);
        var pairs = 0;
        foreach (var placed in controllers)
        {
            if (((IPodOwner)placed.Value).PodSelector is not { IsEmpty: false } selector || !SelectorMatcher.TryCompile(selector, out var matcher, out _)) continue;
            if ((pairs += byNamespace[placed.Value.Namespace].Count()) > PairsMax) yield break;
            var other = byNamespace[placed.Value.Namespace].FirstOrDefault(other => IsAnother(other.Value, placed.Value) && matcher.Matches(((IPodOwner)other.Value).Template.Labels));
            if (other.Value is not null) yield return new Omission(Effect.ChangesDecisions, placed.Value.Kind, "spec.selector", $"{placed.Value.Name} selects the pods of {other.Value.Kind} {other.Value.Name}, too: in 1.3 both take them for their own", FieldPlace.Of(placed.Place, "spec.selector") ?? placed.Place, placed.Place);
        }
    }

    /// <summary>The same object, applied again, is no other.</summary>
    private static bool IsAnother(ApiObject other, ApiObject self) => other.Kind != self.Kind || other.Name != self.Name;
}

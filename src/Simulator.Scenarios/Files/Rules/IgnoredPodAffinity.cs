using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Versions;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>
/// Affinity to pods acts only under a policy that names it: the default provider of 1.3.10 does not
/// (algorithmprovider/defaults/defaults.go).
/// </summary>
internal sealed class IgnoredPodAffinity : IClusterRule
{
    private const string Predicate = "MatchInterPodAffinity";

    private const string Priority = "InterPodAffinityPriority";

    public IEnumerable<Omission> Check(ClusterView view) => Check(view.Pods, view.Cluster.Version, view.Cluster.Scheduler.Policy);

    /// <param name="policy">Null: the default provider.</param>
    public static IEnumerable<Omission> Check(IEnumerable<PodUse> pods, KubernetesVersion version, SchedulerPolicy? policy = null)
    {
        if (!version.Habits.HasFlag(Habits.IgnoresPodAffinity)) yield break;
        var who = policy is null ? $"{version.Word}'s default provider" : "the scheduler's policy";
        foreach (var pod in pods)
        {
            if (pod.Spec.Affinity.Value is not { } affinity) continue;
            if (Missing(affinity.PodAffinity, policy) is { } missing) yield return At(pod, "podAffinity", missing, who);
            if (Missing(affinity.PodAntiAffinity, policy) is { } missingToo) yield return At(pod, "podAntiAffinity", missingToo, who);
        }
    }

    /// <summary>What a policy would have to name; null if nothing is missing.</summary>
    private static string? Missing(PodAffinity? affinity, SchedulerPolicy? policy)
    {
        if (affinity is null) return null;
        var required = affinity.Required.Count > 0 && policy?.Predicates.Any(entry => entry.Name == Predicate) is not true;
        var preferred = affinity.Preferred.Count > 0 && policy?.Priorities.Any(entry => entry.Name == Priority) is not true;
        return (required, preferred) switch
        {
            (true, true) => $"{Predicate} and {Priority}",
            (true, false) => Predicate,
            (false, true) => Priority,
            _ => null,
        };
    }

    private static Omission At(PodUse pod, string field, string missing, string who) => pod.At(
        $"affinity.{field}", Effect.ChangesDecisions,
        $"{who} does not look at it; a policy that names {missing} does (controlPlane.scheduler.policy-config-file)",
        WellKnownAnnotations.Affinity);
}

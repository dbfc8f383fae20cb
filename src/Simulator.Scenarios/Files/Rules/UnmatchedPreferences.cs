using Simulator.Api;
using Simulator.Api.Documents;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>Preferred node affinities for labels that no node has: nothing is preferred.</summary>
internal sealed class UnmatchedPreferences : IClusterRule
{
    public IEnumerable<Omission> Check(ClusterView view)
    {
        foreach (var pod in view.Pods)
        {
            var preferred = pod.Spec.Affinity.Value?.NodeAffinity?.Preferred ?? [];
            var missing = preferred.SelectMany(term => term.Preference.MatchExpressions)
                .Select(requirement => MissingLabels.WhatIsMissing(requirement, view))
                .FirstOrDefault(what => what is not null);
            if (missing is not null)
            {
                yield return pod.At(
                    "affinity.nodeAffinity", Effect.ChangesDecisions, $"a preference of it prefers no node: {missing}",
                    WellKnownAnnotations.Affinity);
            }
        }
    }
}

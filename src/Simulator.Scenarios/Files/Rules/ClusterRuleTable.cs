using Simulator.Api.Documents;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>All that is held against a whole scenario.</summary>
internal static class ClusterRuleTable
{
    private static readonly IClusterRule[] Rules =
    [
        new IgnoredPodAffinity(),
        new UnmatchedNodes(),
        new UnmatchedPreferences(),
        new TooLargeRequests(),
        new AbsentResources(),
        new UntoleratedTaints(),
        new UnknownNodes(),
        new OtherSchedulers(),
        new UnselectedPods(),
        new UnknownTargetPorts(),
        new UnknownServices(),
        new OutsideServices(),
        new TooMuchTraffic(),
        new SharedPods(),
        new UnselectedByApplications(),
        new UnknownProbePorts(),
        new HastyLiveness(),
        new MissingObjects(),
        new RefusedPriorities(),
        new RefusedAddresses(),
        new IdleBudgets(),
        new UnservedClaims(),
        new IdleAutoscalers(),
        new TooManyAutoscalers(),
    ];

    public static void TellTo(Diagnostics diagnostics, ClusterView view)
    {
        foreach (var omission in Rules.SelectMany(rule => rule.Check(view))) diagnostics.Add(omission);
    }
}

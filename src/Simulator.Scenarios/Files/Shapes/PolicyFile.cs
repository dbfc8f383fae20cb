using Simulator.Api;
using Simulator.ControlPlane.Scheduling;

namespace Simulator.Scenarios;

/// <summary>A scheduler policy whose names are registered.</summary>
internal static class PolicyFile
{
    /// <summary>The policy behind a path in a scenario; null after an error.</summary>
    public static SchedulerPolicy? Read(SourceCursor cursor) =>
        cursor.RelatedPath() is { } path ? Read(path, cursor.Context.Diagnostics) : null;

    /// <summary>Null after an error: not a policy, or a name that nothing is registered under.</summary>
    public static SchedulerPolicy? Read(string path, Diagnostics diagnostics)
    {
        if (SchedulerPolicyReader.ReadFile(path, diagnostics) is not { } policy) return null;
        if (SchedulingAlgorithm.From(policy, new SchedulerSettings(), out var errors) is not null) return policy;
        foreach (var error in errors) diagnostics.Error(path, 0, 0, error);
        return null;
    }
}

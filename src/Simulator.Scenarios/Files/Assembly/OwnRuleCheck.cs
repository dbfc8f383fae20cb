using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Versions;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Rules of one's own, named in a policy, where the scheduler of the version heeds no policy: nobody would ask them.</summary>
public static class OwnRuleCheck
{
    internal static void Check(SchedulerPolicy? policy, KubernetesVersion version, FieldReader cluster)
    {
        if (Problem(policy, version) is { } problem) cluster.ErrorAt("controlPlane", problem);
    }

    /// <summary>Null: they will be asked, or there are none.</summary>
    public static string? Problem(SchedulerPolicy? policy, KubernetesVersion version)
    {
        List<string> titles = [.. policy?.OwnTitles.Distinct() ?? []];
        return titles.Count == 0 || HeedsPolicies(version)
            ? null
            : $"the scheduler of Kubernetes {version} asks no rule of one's own ({Wording.Listed(titles)}): it goes by profiles, which "
                + "name plug-ins of Kubernetes alone; allowed are "
                + Wording.Listed(KubernetesVersions.All.Where(HeedsPolicies).Select(other => other.Name));
    }

    /// <summary>Its scheduler decides by policies.</summary>
    public static bool HeedsPolicies(KubernetesVersion version) =>
        !version.IdleFlags.Any(idle => idle is { Program: "scheduler", Flag: "policy-config-file" });
}

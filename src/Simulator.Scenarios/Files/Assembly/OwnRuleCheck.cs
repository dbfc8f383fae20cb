using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.ControlPlane.Versions;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Rules of one's own, named where the scheduler of the version does not look: nobody would ask them.</summary>
public static class OwnRuleCheck
{
    internal static void Check(SchedulerOptions flags, KubernetesVersion version, FieldReader cluster)
    {
        if (Problem(flags, version) is { } problem) cluster.ErrorAt("controlPlane", problem);
    }

    /// <summary>Null: they will be asked, or there are none. One that both kinds of files name is asked under every version.</summary>
    public static string? Problem(SchedulerOptions flags, KubernetesVersion version)
    {
        var isPolicy = HeedsPolicies(version);
        List<string> idle = [.. flags.OwnTitles.Distinct().Except(isPolicy ? flags.Policy?.OwnTitles ?? [] : OfProfiles(flags))];
        if (idle.Count == 0) return null;
        var where = isPolicy
            ? "policies; name it in one (policy-config-file)"
            : "profiles; name it in one, as a filter or a score (config)";
        return $"the scheduler of Kubernetes {version} asks no rule of one's own that is named elsewhere ({Wording.Listed(idle)}): it goes "
            + $"by {where}";
    }

    /// <summary>Its scheduler decides by policies.</summary>
    public static bool HeedsPolicies(KubernetesVersion version) =>
        !version.IdleFlags.Any(idle => idle is { Program: "scheduler", Flag: "policy-config-file" });

    private static IEnumerable<string> OfProfiles(SchedulerOptions flags) =>
        flags.Choice is { } choice ? flags.ProfileTitles.Append(choice.Title) : flags.ProfileTitles;
}

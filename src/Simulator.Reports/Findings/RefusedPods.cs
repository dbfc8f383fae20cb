namespace Simulator.Reports.Findings;

/// <summary>Whose pods were refused, from the name that was to be given to them.</summary>
internal static class RefusedPods
{
    /// <param name="subject">"Pod team/web-1853668708-": the controller's name, for a Deployment's with the hash of the template; "Pod
    /// team/db-0" for a pet.</param>
    /// <param name="workload">"team/web".</param>
    public static bool IsOf(string subject, string workload)
    {
        const string Pod = "Pod ";
        if (!subject.StartsWith(Pod, StringComparison.Ordinal)
            || !subject.AsSpan(Pod.Length).StartsWith(workload, StringComparison.Ordinal))
        {
            return false;
        }
        var rest = subject.AsSpan(Pod.Length + workload.Length);
        return rest.Length > 0 && rest[0] == '-' && !rest[1..].TrimEnd('-').ContainsAnyExceptInRange('0', '9');
    }
}

using System.Diagnostics.CodeAnalysis;
using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Extensions;
using Simulator.ControlPlane.Scheduling.Framework.Cache;

namespace Simulator.ControlPlane.Scheduling.Framework.Cycle;

/// <summary>The calls of one pass to its extenders (core/extender.go and core/generic_scheduler.go of 1.20).</summary>
/// <param name="times">How long a call takes.</param>
public sealed class ExtenderCalls(IReadOnlyList<NodeExtender> extenders, Func<ExtenderPolicy, TimeSpan> times)
{
    /// <summary>Scores of extenders go to 10, those of plug-ins to 100 (MaxNodeScore / MaxExtenderPriority).</summary>
    private const long Scale = 10;

    private readonly List<TimeSpan> _all = [];

    /// <summary>How long each took, in order.</summary>
    public IReadOnlyList<TimeSpan> All => _all;

    /// <summary>How long the scheduler waited for them.</summary>
    public TimeSpan Waited { get; private set; }

    /// <summary>One after the other, each among those that are left. Whom it takes away fits once others are gone.</summary>
    /// <returns>False: one that may not be ignored does not answer.</returns>
    public bool TryFilter(Pod pod, ref List<NodeState> fit, Dictionary<string, Status> statuses, [NotNullWhen(false)] out string? error)
    {
        error = null;
        foreach (var extender in Interested(pod, policy => policy.FilterVerb))
        {
            if (fit.Count == 0) break;
            if (!IsAnswered(extender.Policy))
            {
                if (extender.Policy.IsIgnorable) continue;
                error = Lost(extender.Policy, extender.Policy.FilterVerb);
                return false;
            }

            var left = extender.Answers!.Filter(pod, fit);
            foreach (var gone in fit.Except(left)) statuses.Add(gone.Name, Refused(extender.Policy));
            fit = left;
        }

        return true;
    }

    /// <summary>Of all at once; one that does not answer in time adds nothing.</summary>
    public void AddScores(Pod pod, List<NodeState> fit, long[] totals)
    {
        var (before, longest) = (Waited, Waited);
        foreach (var extender in Interested(pod, policy => policy.PrioritizeVerb))
        {
            Waited = before;
            var isAnswered = IsAnswered(extender.Policy);
            if (Waited > longest) longest = Waited;
            if (!isAnswered) continue;
            var scores = extender.Answers!.Prioritize(pod, fit);
            for (var i = 0; i < totals.Length; i++) totals[i] = unchecked(totals[i] + (scores[i] * extender.Policy.Weight * Scale));
        }

        Waited = longest;
    }

    /// <summary>Those that ask for it, one after the other; null: one that may not be ignored does not answer.</summary>
    /// <param name="shrink">What an extender makes of nodes and victims.</param>
    public IReadOnlyList<T>? Preempt<T>(
        Pod pod, IReadOnlyList<T> candidates, Func<INodeExtender, IReadOnlyList<T>, IReadOnlyList<T>> shrink)
    {
        foreach (var extender in Interested(pod, policy => policy.PreemptVerb))
        {
            if (candidates.Count == 0) break;
            if (IsAnswered(extender.Policy)) candidates = shrink(extender.Answers!, candidates);
            else if (!extender.Policy.IsIgnorable) return null;
        }

        return candidates;
    }

    private IEnumerable<NodeExtender> Interested(Pod pod, Func<ExtenderPolicy, string> verb) =>
        extenders.Where(extender => verb(extender.Policy).Length > 0 && extender.Policy.IsInterestedIn(pod));

    /// <summary>Waits for the answer, at most until the time-out.</summary>
    private bool IsAnswered(ExtenderPolicy policy)
    {
        var call = times(policy);
        _all.Add(call);
        Waited += call < policy.Timeout ? call : policy.Timeout;
        return call < policy.Timeout;
    }

    private static Status Refused(ExtenderPolicy policy) =>
        Status.Unschedulable("extender", $"node(s) refused by the extender {policy.Url}");

    private static string Lost(ExtenderPolicy policy, string verb) => $"no answer of the extender {policy.Url} to {verb} in time";
}

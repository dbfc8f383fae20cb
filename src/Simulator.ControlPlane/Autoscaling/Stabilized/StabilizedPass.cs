using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Autoscaling.Stabilized;

/// <summary>One pass: scale, metrics, a new size, the status (reconcileAutoscaler in horizontal.go).</summary>
/// <param name="note">Told what the pass came to.</param>
internal sealed class StabilizedPass(StabilizedOptions options, TargetPods pods, RoutineSet routines, Action<HorizontalNote> note)
{
    private readonly MetricRules _metrics = new(options, routines);

    public IEnumerable<Wait> Run(PassState state)
    {
        foreach (var wait in Pass(state)) yield return wait;
        if (state.Note is { } told) note(told with { StatusFault = state.StatusFault });
    }

    private IEnumerable<Wait> Pass(PassState state)
    {
        foreach (var wait in ReadScale(state)) yield return wait;
        if (state.Scale is null) yield break;
        var (autoscaler, current, least) = (state.Autoscaler, state.Scale.Replicas, state.Autoscaler.MinReplicas ?? 1);
        if (current == 0 && least != 0)
        {
            state.Set(
                AutoscalerConditions.ScalingActive, false, "ScalingDisabled",
                "scaling is disabled since the replica count of the target is zero");
            state.Tell(HorizontalNoteKind.Stays, "", current);
            foreach (var wait in Settle(state, current, hasScaled: false)) yield return wait;
        }
        else if (current > autoscaler.MaxReplicas)
        {
            foreach (var wait in Rescale(state, autoscaler.MaxReplicas, "Current number of replicas above Spec.MaxReplicas"))
            {
                yield return wait;
            }
        }
        else if (current < least)
        {
            foreach (var wait in Rescale(state, least, "Current number of replicas below Spec.MinReplicas")) yield return wait;
        }
        else
        {
            foreach (var wait in Measure(state)) yield return wait;
            var steps = state.HasFailed ? GiveUp(state) : Follow(state);
            foreach (var wait in steps) yield return wait;
        }
    }

    private IEnumerable<Wait> ReadScale(PassState state)
    {
        var autoscaler = state.Autoscaler;
        var get = new Call(new GetScaleRequest(autoscaler.TargetKind, autoscaler.Target));
        yield return get;
        if (get.Response is { IsOk: true, Object: Scale scale })
        {
            state.Scale = scale;
            state.Set(
                AutoscalerConditions.AbleToScale, true, "SucceededGetScale",
                "the HPA controller was able to get the target's current scale");
            if (state.Memory.Recommendations.Count == 0) state.Memory.Recommendations.Add(new Remembered(scale.Replicas, state.Now));
            yield break;
        }

        state.HasFailed = true;
        state.Tell(HorizontalNoteKind.Failed, get.Response.Outcome, 0);
        Tell(state, EventType.Warning, "FailedGetScale", get.Response.Outcome);
        state.Set(
            AutoscalerConditions.AbleToScale, false, "FailedGetScale",
            $"the HPA controller was unable to get the target's current scale: {get.Response.Outcome}");
        foreach (var wait in Write(state)) yield return wait;
    }

    /// <summary>Metrics that fail only tell so, as long as one does not. Quirk: a proposal of 0 gives way to whatever comes next.</summary>
    private IEnumerable<Wait> Measure(PassState state)
    {
        if (SelectorOf(state) is not { } selector) yield break;
        var (autoscaler, scale) = (state.Autoscaler, state.Scale!);
        var targets = pods.Of(autoscaler.Key, scale.Selector!);
        List<MetricProposal> answers = [];
        foreach (var metric in WantedMetrics.Of(autoscaler))
        {
            var question = new MetricQuestion(autoscaler.Namespace, metric, scale.Replicas, scale.CurrentReplicas, selector, targets);
            foreach (var wait in _metrics.Propose(question)) yield return wait;
            var answer = question.Answer;
            answers.Add(answer);
            if (answer.Reason is not null) Tell(state, EventType.Warning, answer.Reason, answer.Message);
            else if (state.Proposed == 0 || answer.Replicas > state.Proposed)
            {
                (state.Proposed, state.ProposedBy) = (answer.Replicas, answer.Name);
            }
        }

        state.Measured = answers.ConvertAll(static answer => answer.Status);
        Judge(state, answers);
    }

    private void Judge(PassState state, List<MetricProposal> answers)
    {
        var failed = answers.FindAll(static answer => answer.Reason is not null);
        if (failed.Count < answers.Count)
        {
            state.Set(
                AutoscalerConditions.ScalingActive, true, "ValidMetricFound",
                $"the HPA was able to successfully calculate a replica count from {state.ProposedBy}");
            return;
        }

        if (failed.Count > 0)
        {
            state.Set(
                AutoscalerConditions.ScalingActive, false, failed[0].Reason!,
                $"the HPA was unable to compute the replica count: {failed[0].Message}");
        }

        var error = failed.Count > 0 ? failed[0].Error : "<nil>";
        Fail(state, $"invalid metrics ({failed.Count} invalid out of {answers.Count}), first error is: {error}");
    }

    private SelectorMatcher? SelectorOf(PassState state)
    {
        if (state.Scale!.Selector is not { IsEmpty: false } selector)
        {
            Tell(state, EventType.Warning, "SelectorRequired", "selector is required");
            state.Set(AutoscalerConditions.ScalingActive, false, "InvalidSelector", "the HPA target's scale is missing a selector");
            Fail(state, "selector is required");
            return null;
        }

        if (SelectorMatcher.TryCompile(selector, out var matcher, out var error)) return matcher;
        var message = $"couldn't convert selector into a corresponding internal selector object: {error}";
        Tell(state, EventType.Warning, "InvalidSelector", message);
        state.Set(AutoscalerConditions.ScalingActive, false, "InvalidSelector", message);
        Fail(state, message);
        return null;
    }

    private static void Fail(PassState state, string why) => (state.HasFailed, state.Failure) = (true, why);

    /// <summary>The status first, then the event; metrics and wanted size stay what they were.</summary>
    private IEnumerable<Wait> GiveUp(PassState state)
    {
        state.Status = state.Status with { CurrentReplicas = state.Scale!.Replicas };
        state.Tell(HorizontalNoteKind.Failed, state.Failure, state.Scale.Replicas);
        foreach (var wait in Write(state)) yield return wait;
        Tell(state, EventType.Warning, "FailedComputeMetricsReplicas", state.Failure);
    }

    /// <summary>The reason tells of the proposal, whatever is made of it.</summary>
    private IEnumerable<Wait> Follow(PassState state)
    {
        var (current, proposed) = (state.Scale!.Replicas, Math.Max(0, state.Proposed));
        var by = state.Proposed > 0 ? state.ProposedBy : "";
        var reason = proposed > current ? $"{by} above target" : proposed < current ? "All metrics below target" : "";
        var result = new Normalization(options, state.Memory, state.Now).Of(state.Autoscaler, current, proposed);
        state.Set(AutoscalerConditions.AbleToScale, true, result.Ability.Reason, result.Ability.Message);
        state.Set(AutoscalerConditions.ScalingLimited, result.IsLimited, result.Limit.Reason, result.Limit.Message);
        var wanted = Math.Max(Math.Min(proposed, state.Autoscaler.MaxReplicas), state.Autoscaler.MinReplicas ?? 1);
        state.Wanted = wanted;
        if (result.Size != current) return Rescale(state, result.Size, reason);
        state.Tell(HorizontalNoteKind.Stays, "", wanted);
        return Settle(state, current, hasScaled: false);
    }

    private IEnumerable<Wait> Rescale(PassState state, int size, string reason)
    {
        var current = state.Scale!.Replicas;
        var update = new Call(new UpdateScaleRequest(state.Scale with { Replicas = size }));
        yield return update;
        if (!update.Response.IsOk)
        {
            state.HasFailed = true;
            var error = update.Response.Outcome;
            state.Tell(HorizontalNoteKind.RescaleRefused, error, size);
            Tell(state, EventType.Warning, "FailedRescale", $"New size: {size}; reason: {reason}; error: {error}");
            state.Set(
                AutoscalerConditions.AbleToScale, false, "FailedUpdateScale",
                $"the HPA controller was unable to update the target scale: {error}");
            state.Status = state.Status with { CurrentReplicas = current };
            foreach (var wait in Write(state)) yield return wait;
            yield break;
        }

        state.Set(
            AutoscalerConditions.AbleToScale, true, "SucceededRescale", "the HPA controller was able to update the target scale to "
                + $"{size}");
        Tell(state, EventType.Normal, "SuccessfulRescale", $"New size: {size}; reason: {reason}");
        state.Tell(HorizontalNoteKind.Rescaled, reason, state.Wanted ?? size, size);
        Remember(state, current, size);
        foreach (var wait in Settle(state, size, hasScaled: true)) yield return wait;
    }

    /// <summary>Only rules of a behaviour ask what was changed before.</summary>
    private static void Remember(PassState state, int former, int size)
    {
        if (state.Autoscaler.Behavior is not { } behavior) return;
        var (rules, changes) = size > former ? (behavior.ScaleUp, state.Memory.ScaleUps) : (behavior.ScaleDown, state.Memory.ScaleDowns);
        AutoscalerMemory.Put(changes, new Remembered(Math.Abs(size - former), state.Now), state.Now - ScaleRate.LongestPeriod(rules));
    }

    private static IEnumerable<Wait> Settle(PassState state, int size, bool hasScaled)
    {
        state.Status = state.Status with
        {
            CurrentReplicas = state.Scale!.Replicas,
            DesiredReplicas = size,
            CurrentMetrics = state.Measured,
            LastScaleTime = hasScaled ? state.Now.TruncatedToSecond : state.Status.LastScaleTime,
        };
        return Write(state);
    }

    private static IEnumerable<Wait> Write(PassState state)
    {
        if (state.Status.SameAs(state.Autoscaler.Status)) yield break;
        var write = new Call(new UpdateStatusRequest(state.Autoscaler with { Status = StoredForm.Of(state.Status) }));
        yield return write;
        if (write.Response.IsOk) yield break;
        (state.HasFailed, state.StatusFault) = (true, write.Response.Outcome);
    }

    private void Tell(PassState state, EventType type, string reason, string message) => routines.Tell(
        new EventRequest(reason, state.Autoscaler.Kind, state.Autoscaler.Key, message) { Type = type });
}

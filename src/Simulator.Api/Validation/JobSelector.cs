namespace Simulator.Api.Validation;

/// <summary>
/// The selector that the API server makes for a job, so that it shares its pods with no other (generateSelector in
/// pkg/registry/job/strategy.go of 1.3.10).
/// </summary>
public static class JobSelector
{
    /// <summary>
    /// The job with its selector and the labels that it selects. What a user has set himself stays, for the rules to judge.
    /// </summary>
    public static Job Generate(Job job)
    {
        if (job.HasManualSelector) return job;
        var labels = job.Template.Labels;
        if (!labels.ContainsKey(WellKnownLabels.JobName)) labels = labels.With(WellKnownLabels.JobName, job.Name);
        if (!labels.ContainsKey(WellKnownLabels.ControllerUid)) labels = labels.With(WellKnownLabels.ControllerUid, job.Metadata.Uid);
        var selector = job.Selector ?? new LabelSelector();
        if (!selector.MatchLabels.ContainsKey(WellKnownLabels.ControllerUid))
            selector = selector with { MatchLabels = selector.MatchLabels.With(WellKnownLabels.ControllerUid, job.Metadata.Uid) };
        return job with { Selector = selector, Template = job.Template with { Labels = labels } };
    }
}

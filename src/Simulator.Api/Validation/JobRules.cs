using Simulator.Api.Documents;

namespace Simulator.Api.Validation;

/// <summary>Jobs (pkg/apis/batch/validation/validation.go of 1.3.10).</summary>
internal static class JobRules
{
    public static void Check(Job job, FieldErrors errors)
    {
        ObjectMetaRules.Check(job, Scope.Namespaced, TextRules.Dns1123Subdomain, errors);
        if (!job.HasManualSelector && job.Selector is not null) CheckGenerated(job, job.Selector, errors);
        CheckSpec(job, errors);
    }

    public static void CheckUpdate(Job old, Job now, FieldErrors errors)
    {
        Check(now, errors);
        ObjectMetaRules.CheckUpdate(now, errors);
        CheckSpec(now, errors);
        CheckImmutable(
            "completions", old.Completions, now.Completions, now.Completions is { } completions ? JsonText.Of(completions) : JsonText.Null,
            errors);
        CheckImmutable("selector", old.Selector, now.Selector, JsonText.Of(now.Selector), errors);
        CheckImmutable("template", old.Template, now.Template, TemplateJson.Of(now.Template), errors);
    }

    /// <summary>What it does, and how often: all but which pods are its own.</summary>
    public static void CheckWork(Job job, FieldErrors errors)
    {
        errors.Negative(FieldPath.Spec.Child("parallelism"), job.Parallelism);
        if (job.Completions is { } completions) errors.Negative(FieldPath.Spec.Child("completions"), completions);
        if (job.ActiveDeadline is { } deadline) errors.Negative(FieldPath.Spec.Child("activeDeadlineSeconds"), (long)deadline.TotalSeconds);
        if (errors.ActsUpon("Job spec.backoffLimit") && job.BackoffLimit is { } limit)
            errors.Negative(FieldPath.Spec.Child("backoffLimit"), limit);
        PodTemplateRules.Check(job.Template, errors);
        PodTemplateRules.CheckRestart(job.Template, errors, "OnFailure", "Never");
    }

    private static void CheckSpec(Job job, FieldErrors errors)
    {
        CheckWork(job, errors);
        if (job.Selector is null) errors.Required(FieldPath.Spec.Child("selector"));
        SelectorRules.Check(job.Selector, FieldPath.Spec.Child("selector"), errors);
        if (SelectorRules.Matches(job.Selector, job.Template.Labels) is false)
            SelectorRules.RefuseLabels(job.Template, FieldPath.Spec.Child("template"), errors);
    }

    /// <summary>The API server has set the labels and the selector; what a user has set beside them must not stand against them.</summary>
    private static void CheckGenerated(Job job, LabelSelector selector, FieldErrors errors)
    {
        CheckLabel(job.Template, WellKnownLabels.ControllerUid, job.Metadata.Uid, errors);
        CheckLabel(job.Template, WellKnownLabels.JobName, job.Name, errors);
        var generated = LabelSet.Of((WellKnownLabels.ControllerUid, job.Metadata.Uid), (WellKnownLabels.JobName, job.Name));
        if (SelectorRules.Matches(selector, generated) is false)
            errors.InvalidJson(FieldPath.Spec.Child("selector"), JsonText.Of(selector), "`selector` not auto-generated");
    }

    private static void CheckLabel(PodTemplate template, string key, string value, FieldErrors errors)
    {
        var path = FieldPath.Spec.Child("template").Child("metadata").Child("labels");
        if (!template.Labels.TryGetValue(key, out var found)) errors.Required(path, $"{key}={value}");
        else if (found != value) errors.InvalidJson(path, JsonText.Of(template.Labels), $"expected {key}={value}");
    }

    private static void CheckImmutable(string field, object? old, object? now, string json, FieldErrors errors)
    {
        if (!CanonicalText.AreEqual(old, now)) errors.InvalidJson(FieldPath.Spec.Child(field), json, "field is immutable");
    }
}

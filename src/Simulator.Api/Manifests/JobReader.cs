using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>Job of batch/v1 and extensions/v1beta1.</summary>
internal static class JobReader
{
    /// <summary>batch/v1: the API server makes the selector, unless manualSelector says that the user does.</summary>
    public static Job Read(FieldReader fields) => Read(fields, spec => ReadSpec(spec) with
    {
        HasManualSelector = spec.Flag("manualSelector"),
        Selector = spec.Object("selector", SelectorReader.Read),
    });

    /// <summary>
    /// extensions/v1beta1: the user makes the selector, or the template's labels are it, unless autoSelector says that the API server does.
    /// </summary>
    public static Job ReadBeta(FieldReader fields)
    {
        var job = Read(fields, ReadBetaSpec);
        return job with { Metadata = job.Metadata.LabelledAs(job.Template) };
    }

    private static Job Read(FieldReader fields, Func<FieldReader, Job> readSpec)
    {
        var metadata = MetaReader.Read(fields, Scope.Namespaced);
        var job = fields.ReadSpec(readSpec, new Job());
        return job with { Metadata = metadata, Status = fields.Peek("status")?.Read(ReadStatus) ?? new JobStatus() };
    }

    private static JobStatus ReadStatus(FieldReader fields) => new()
    {
        StartTime = fields.Optional("startTime")?.Timestamp(),
        CompletionTime = fields.Optional("completionTime")?.Timestamp(),
        Active = fields.Integer("active"),
        Succeeded = fields.Integer("succeeded"),
        Failed = fields.Integer("failed"),
        Conditions = [.. fields.List("conditions", ConditionReader.Read)
            .Where(condition => condition is { Status: ConditionStatus.True, Type: "Complete" or "Failed" })
            .Select(condition => new JobCondition(condition.Type, condition.Reason, condition.LastTransitionTime))],
    };

    private static Job ReadBetaSpec(FieldReader fields)
    {
        var job = ReadSpec(fields);
        var isManual = !fields.Flag("autoSelector");
        return job with
        {
            HasManualSelector = isManual,
            Selector = SelectorReader.ReadFor(job.Template, fields, isManual ? AbsentSelector.TemplateLabels : AbsentSelector.None),
        };
    }

    /// <summary>With neither number given both are 1; with only parallelism any one success completes the job (SetDefaults_Job).</summary>
    private static Job ReadSpec(FieldReader fields)
    {
        var parallelism = fields.Optional("parallelism")?.Integer();
        var completions = fields.Optional("completions")?.Integer();
        return new Job
        {
            Parallelism = parallelism ?? 1,
            Completions = parallelism is null && completions is null ? 1 : completions,
            ActiveDeadline = fields.Optional("activeDeadlineSeconds")?.Seconds(),
            BackoffLimit = fields.Peek("backoffLimit")?.Integer() ?? 6,
            Template = PodTemplateReader.ReadFrom(fields),
        };
    }
}

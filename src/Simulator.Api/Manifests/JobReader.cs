namespace Simulator.Api;

/// <summary>Job of batch/v1 and extensions/v1beta1.</summary>
internal static class JobReader
{
    public static Job Read(FieldReader fields, AbsentSelector whereAbsent)
    {
        var metadata = MetaReader.Read(fields, Scope.Namespaced);
        var job = fields.ReadSpec(spec => ReadSpec(spec, whereAbsent), new Job());
        return job with { Metadata = metadata };
    }

    /// <summary>With neither number given both are 1; with only parallelism any one success completes the job (SetDefaults_Job).</summary>
    private static Job ReadSpec(FieldReader fields, AbsentSelector whereAbsent)
    {
        var template = PodTemplateReader.ReadFrom(fields);
        var parallelism = fields.Optional("parallelism")?.Integer(0);
        fields.Skip("manualSelector", "autoSelector");
        var completions = fields.Optional("completions")?.Integer(0);
        return new Job
        {
            Parallelism = parallelism ?? 1,
            Completions = parallelism is null && completions is null ? 1 : completions,
            ActiveDeadline = fields.Optional("activeDeadlineSeconds")?.Integer(0) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Selector = SelectorReader.ReadFor(template, fields, whereAbsent),
            Template = template,
        };
    }
}

using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>Deployment of extensions/v1beta1 and of today's groups.</summary>
internal static class DeploymentReader
{
    public static Deployment Read(FieldReader fields, DeploymentDefaults defaults)
    {
        var metadata = MetaReader.Read(fields, Scope.Namespaced);
        var deployment = fields.ReadSpec(spec => ReadSpec(spec, defaults), new Deployment());
        return deployment with { Metadata = metadata.LabelledAs(deployment.Template) };
    }

    private static Deployment ReadSpec(FieldReader fields, DeploymentDefaults defaults)
    {
        var template = PodTemplateReader.ReadFrom(fields);
        var strategy = fields.Object("strategy", strategy => ReadStrategy(strategy, defaults))
            ?? new Deployment { MaxSurge = defaults.Step, MaxUnavailable = defaults.Step };
        return strategy with
        {
            Replicas = fields.Replicas(),
            Selector = SelectorReader.ReadFor(template, fields, defaults.WhereAbsent),
            Template = template,
            MinReadySeconds = fields.Integer("minReadySeconds"),
            RevisionHistoryLimit = fields.Optional("revisionHistoryLimit")?.Integer() ?? defaults.RevisionHistoryLimit,
            ProgressDeadlineSeconds = fields.Peek("progressDeadlineSeconds")?.Integer() ?? defaults.ProgressDeadlineSeconds,
            Paused = fields.Flag("paused"),
            RollbackTo = fields.Optional("rollbackTo")?.Read(rollback => new Revision(rollback.Long("revision")))?.Number,
        };
    }

    private static Deployment ReadStrategy(FieldReader fields, DeploymentDefaults defaults)
    {
        var steps = fields.Object("rollingUpdate", rollingUpdate => ReadSteps(rollingUpdate, defaults) with { HasRollingUpdate = true });
        return (steps ?? new Deployment { MaxSurge = defaults.Step, MaxUnavailable = defaults.Step }) with
        {
            Strategy = fields.Text("type") is { Length: > 0 } type ? type : "RollingUpdate",
        };
    }

    private static Deployment ReadSteps(FieldReader fields, DeploymentDefaults defaults)
    {
        var (surge, unavailable) = (ReadStep(fields, "maxSurge", defaults), ReadStep(fields, "maxUnavailable", defaults));
        return new Deployment { MaxSurge = surge.Text, MaxUnavailable = unavailable.Text, AreTexts = (surge.IsText, unavailable.IsText) };
    }

    private static (string Text, bool IsText) ReadStep(FieldReader fields, string key, DeploymentDefaults defaults) =>
        fields.Optional(key) is { } step && step.TextOrInteger() is { } text
            ? (text, step.IsText())
            : (defaults.Step, defaults.Step.EndsWith('%'));

    private sealed record Revision(long Number);
}

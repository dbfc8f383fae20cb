namespace Simulator.Api;

/// <summary>Deployment of extensions/v1beta1 and of today's groups.</summary>
internal static class DeploymentReader
{
    public static Deployment Read(FieldReader fields, DeploymentDefaults defaults)
    {
        var metadata = MetaReader.Read(fields, Scope.Namespaced);
        var deployment = fields.ReadSpec(spec => ReadSpec(spec, defaults), new Deployment());
        return deployment with { Metadata = metadata };
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
            MinReadySeconds = fields.Integer("minReadySeconds", 0, 0),
            RevisionHistoryLimit = fields.Optional("revisionHistoryLimit")?.Integer(0) ?? defaults.RevisionHistoryLimit,
            Paused = fields.Flag("paused"),
            RollbackTo = fields.Optional("rollbackTo")?.Read(rollback => new Revision(rollback.Long("revision", 0, 0)))?.Number,
        };
    }

    private static Deployment ReadStrategy(FieldReader fields, DeploymentDefaults defaults)
    {
        var type = fields.OneOf("type", "RollingUpdate", "RollingUpdate", "Recreate");
        var rolling = fields.Optional("rollingUpdate");
        var steps = new Deployment { MaxSurge = defaults.Step, MaxUnavailable = defaults.Step };
        if (type == "Recreate" && fields.Context.Validates) rolling?.Error("stands beside type Recreate; allowed is it with type RollingUpdate only");
        return (rolling?.Read(rollingUpdate => ReadSteps(rollingUpdate, defaults)) ?? steps) with { Strategy = type };
    }

    private static Deployment ReadSteps(FieldReader fields, DeploymentDefaults defaults)
    {
        var steps = new Deployment
        {
            MaxSurge = Step(fields, "maxSurge", defaults),
            MaxUnavailable = Step(fields, "maxUnavailable", defaults),
        };
        if (fields.Context.Validates && IsZero(steps.MaxSurge) && IsZero(steps.MaxUnavailable)) fields.Error("maxSurge and maxUnavailable are both 0, so that nothing could move; allowed is 0 for one of them");
        return steps;
    }

    private static bool IsZero(string step) => step is "0" or "0%";

    private static string Step(FieldReader fields, string key, DeploymentDefaults defaults)
    {
        if (fields.Optional(key) is not { } cursor || cursor.TextOrInteger() is not { } text) return defaults.Step;
        var number = text.EndsWith('%') ? text.AsSpan(0, text.Length - 1) : text.AsSpan();
        var isStep = number.Length is > 0 and < 10 && number.IndexOfAnyExceptInRange('0', '9') < 0;
        if (!isStep && fields.Context.Validates) cursor.Refuse("a count such as 1 or a share such as 25%");
        return text;
    }

    private sealed record Revision(long Number);
}

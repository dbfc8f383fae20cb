namespace Simulator.Api.Manifests;

/// <summary>What an API version fills in where a Deployment is silent.</summary>
/// <param name="Step">maxSurge and maxUnavailable.</param>
/// <param name="RevisionHistoryLimit">Null keeps all.</param>
internal sealed record DeploymentDefaults(string Step, int? RevisionHistoryLimit, AbsentSelector WhereAbsent)
{
    /// <summary>Null = a rollout may take for ever.</summary>
    public int? ProgressDeadlineSeconds { get; private init; } = 600;

    /// <summary>extensions/v1beta1 of 1.3.10.</summary>
    public static readonly DeploymentDefaults Extensions = new("1", null, AbsentSelector.TemplateLabels)
    {
        ProgressDeadlineSeconds = null,
    };

    /// <summary>apps/v1beta1 of 1.6 and later.</summary>
    public static readonly DeploymentDefaults AppsBeta1 = new("25%", 2, AbsentSelector.TemplateLabels);

    /// <summary>apps/v1beta2 and apps/v1.</summary>
    public static readonly DeploymentDefaults Apps = new("25%", 10, AbsentSelector.None);
}

namespace Simulator.ControlPlane.Scheduling.Extensions;

/// <summary>An extender that something answers for.</summary>
public sealed record Extender(ExtenderPolicy Policy, IExtenderAnswers Answers)
{
    public static IReadOnlyList<Extender> Of(IReadOnlyList<ExtenderPolicy> policies) =>
        [.. policies.Where(policy => policy.Own is not null).Select(policy => new Extender(policy, policy.Own!.Make()))];
}

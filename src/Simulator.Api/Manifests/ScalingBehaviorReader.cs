using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>spec.behavior of autoscaling/v2 and v2beta2; what is not given is the default (defaults.go of 1.20).</summary>
internal static class ScalingBehaviorReader
{
    private const int Period = 15;

    private static readonly ScalingRules Up = new(0, "Max", [new("Pods", 4, Period), new("Percent", 100, Period)]);

    private static readonly ScalingRules Down = new(null, "Max", [new("Percent", 100, Period)]);

    public static ScalingBehavior Read(FieldReader fields) => new(
        fields.Object("scaleUp", rules => ReadRules(rules, Up)) ?? Up, fields.Object("scaleDown", rules => ReadRules(rules, Down)) ?? Down);

    private static ScalingRules ReadRules(FieldReader fields, ScalingRules unsaid) => new(
        fields.Optional("stabilizationWindowSeconds")?.Integer() ?? unsaid.WindowSeconds,
        fields.OneOf("selectPolicy", unsaid.SelectPolicy, "Max", "Min", "Disabled"),
        fields.Has("policies") ? fields.List("policies", ReadPolicy) : unsaid.Policies);

    private static ScalingPolicy ReadPolicy(FieldReader fields) =>
        new(fields.OneOf("type", "", "Pods", "Percent"), fields.Integer("value"), fields.Integer("periodSeconds"));
}

using Xunit;

namespace Simulator.Tests.Api.Validation;

/// <summary>
/// Affinity, tolerations and taints, which 1.3 keeps as JSON text in annotations (TestValidatePod, TestValidateNode in
/// pkg/api/validation/validation_test.go of 1.3.10).
/// </summary>
public sealed class SchedulingRuleTests
{
    private const string Pod = """
        apiVersion: v1
        kind: Pod
        metadata: { name: p, namespace: ns, annotations: {} }
        spec: { containers: [{ name: c, image: "i:1" }] }
        """;

    private const string Node = """
        apiVersion: v1
        kind: Node
        metadata: { name: n, annotations: {} }
        """;

    private const string Key = "must match the regex ([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9] (e.g. 'MyName' or 'my.name' or '123-abc')";

    private const string Required = "requiredDuringSchedulingIgnoredDuringExecution";

    private const string Preferred = "preferredDuringSchedulingIgnoredDuringExecution";

    public static TheoryData<string> Affinities { get; } = RuleTable.Rows("""
        {"nodeAffinity":{"%Required%":{"nodeSelectorTerms":[{"matchExpressions":[{"key":"a","operator":"In","values":["b"]}]}]}}} => ok
        {"nodeAffinity":{"%Required%":{"nodeSelectorTerms":[]}}} => @.nodeAffinity.%Required%.nodeSelectorTerms: Required value: must have at least one node selector term
        {"nodeAffinity":{"%Required%":{"nodeSelectorTerms":[{"matchExpressions":[]}]}}} => @.nodeAffinity.%Required%.nodeSelectorTerms[0].matchExpressions: Required value: must have at least one node selector requirement
        {"nodeAffinity":{"%Required%":{"nodeSelectorTerms":[{"matchExpressions":[{"key":"a","operator":"In"}]}]}}} => @.nodeAffinity.%Required%.nodeSelectorTerms[0].matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn'
        {"nodeAffinity":{"%Required%":{"nodeSelectorTerms":[{"matchExpressions":[{"key":"a","operator":"Exists","values":["b"]}]}]}}} => @.nodeAffinity.%Required%.nodeSelectorTerms[0].matchExpressions[0].values: Forbidden: may not be specified when `operator` is 'Exists' or 'DoesNotExist'
        {"nodeAffinity":{"%Required%":{"nodeSelectorTerms":[{"matchExpressions":[{"key":"a","operator":"Gt","values":["1","2"]}]}]}}} => @.nodeAffinity.%Required%.nodeSelectorTerms[0].matchExpressions[0].values: Required value: must be specified single value when `operator` is 'Lt' or 'Gt'
        {"nodeAffinity":{"%Required%":{"nodeSelectorTerms":[{"matchExpressions":[{"key":"a b","operator":"like"}]}]}}} => @.nodeAffinity.%Required%.nodeSelectorTerms[0].matchExpressions[0].operator: Invalid value: "like": not a valid selector operator | @.nodeAffinity.%Required%.nodeSelectorTerms[0].matchExpressions[0].key: Invalid value: "a b": name part %Key%
        {"nodeAffinity":{"%Preferred%":[{"weight":100,"preference":{"matchExpressions":[{"key":"a","operator":"Lt","values":["5"]}]}}]}} => ok
        {"nodeAffinity":{"%Preferred%":[{"weight":199,"preference":{"matchExpressions":[{"key":"a","operator":"Exists"}]}}]}} => @.nodeAffinity.%Preferred%[0].weight: Invalid value: 199: must be in the range 1-100
        {"podAffinity":{"%Required%":[{"labelSelector":{"matchLabels":{"a":"b"}},"topologyKey":"zone","namespaces":["ns"]}]}} => ok
        {"podAffinity":{"%Required%":[{"topologyKey":""}]}} => @.podAffinity.%Required%[0].topologyKey: Required value: can only be empty for PreferredDuringScheduling pod anti affinity
        {"podAffinity":{"%Preferred%":[{"weight":1,"podAffinityTerm":{}}]}} => @.podAffinity.%Preferred%[0].podAffinityTerm.topologyKey: Required value: can only be empty for PreferredDuringScheduling pod anti affinity
        {"podAntiAffinity":{"%Preferred%":[{"weight":1,"podAffinityTerm":{}}]}} => ok
        {"podAntiAffinity":{"%Required%":[{"topologyKey":"a b","namespaces":["A"]}]}} => @.podAntiAffinity.%Required%[0].namespace: Invalid value: "A": must match the regex [a-z0-9]([-a-z0-9]*[a-z0-9])? (e.g. 'my-name' or '123-abc') | @.podAntiAffinity.%Required%[0].topologyKey: Invalid value: "a b": name part %Key%
        {"podAntiAffinity":{"%Preferred%":[{"weight":0,"podAffinityTerm":{"labelSelector":{"matchExpressions":[{"key":"a","operator":"In"}]}}}]}} => @.podAntiAffinity.%Preferred%[0].weight: Invalid value: 0: must be in the range 1-100 | @.podAntiAffinity.%Preferred%[0].podAffinityTerm.matchExpressions.matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn'
        """, (nameof(Required), Required), (nameof(Key), Key), (nameof(Preferred), Preferred));

    public static TheoryData<string> Tolerations { get; } = RuleTable.Rows("""
        [{"key":"foo","operator":"Equal","value":"bar","effect":"NoSchedule"},{"key":"a","operator":"Exists"},{"key":"b","value":"c","effect":"PreferNoSchedule"}] => ok
        [{"key":"no uppercase or special chars like =","operator":"Equal","value":"bar"}] => @[0].key: Invalid value: "no uppercase or special chars like =": name part %Key%
        [{"operator":"Exists"}] => @[0].key: Invalid value: "": name part must be non-empty | @[0].key: Invalid value: "": name part %Key%
        [{"key":"foo","operator":"Exists","value":"bar","effect":"NoSchedule"}] => @[0].operator: Invalid value: {"key":"foo","operator":"Exists","value":"bar","effect":"NoSchedule"}: value must be empty when `operator` is 'Exists'
        [{"key":"foo","operator":"In","value":"bar"}] => @[0].operator: Unsupported value: "In": supported values: Equal, Exists
        [{"key":"foo","operator":"Equal","value":"b r"}] => @[0].operator: Invalid value: "b r": must match the regex (([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])? (e.g. 'MyValue' or 'my_value' or '12345')
        [{"key":"foo","operator":"Exists","effect":"NoExecute"}] => @[0].effect: Unsupported value: "NoExecute": supported values: NoSchedule, PreferNoSchedule
        """, (nameof(Key), Key));

    public static TheoryData<string> Taints { get; } = RuleTable.Rows("""
        [{"key":"GPU","value":"abc","effect":"NoSchedule"}] => ok
        [{"key":"GPU","value":"abc"}] => @[0].effect: Required value
        [{"value":"abc","effect":"NoSchedule"}] => @[0].key: Invalid value: "": name part must be non-empty | @[0].key: Invalid value: "": name part %Key%
        [{"key":"GPU","value":"a b","effect":"NoSchedule"}] => @[0].value: Invalid value: "a b": must match the regex (([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])? (e.g. 'MyValue' or 'my_value' or '12345')
        [{"key":"GPU","value":"abc","effect":"NoUse"}] => @[0].effect: Unsupported value: "NoUse": supported values: NoSchedule, PreferNoSchedule
        """, (nameof(Key), Key));

    [Theory]
    [MemberData(nameof(Affinities))]
    public void Of_affinity(string row) => Check(Pod, "scheduler.alpha.kubernetes.io/affinity", row);

    [Theory]
    [MemberData(nameof(Tolerations))]
    public void Of_tolerations(string row) => Check(Pod, "scheduler.alpha.kubernetes.io/tolerations", row);

    [Theory]
    [MemberData(nameof(Taints))]
    public void Of_taints(string row) => Check(Node, "scheduler.alpha.kubernetes.io/taints", row);

    [Theory]
    [InlineData("spec.tolerations = [{key: a, operator: Exists, effect: NoExecute, tolerationSeconds: 30}] => ok")]
    [InlineData("spec.affinity = {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchFields: "
        + "[{key: metadata.name, operator: In, values: [a]}]}]}}} => ok")]
    public void Todays_fields_are_nothing_that_1_3_looks_at(string row) => RuleTable.Check(Pod, row);

    /// <summary>@ stands for the annotation's path.</summary>
    private static void Check(string manifest, string annotation, string row)
    {
        var middle = row.LastIndexOf(" => ", StringComparison.Ordinal);
        RuleTable.Check(
            manifest,
            $"metadata.annotations.'{annotation}' = '{row[..middle]}' => "
                + $"{row[(middle + 4)..].Replace("@", $"metadata.annotations.{annotation}", StringComparison.Ordinal)}");
    }
}

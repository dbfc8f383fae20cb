using System.Collections.Frozen;

namespace Simulator.Serve.Answers.Rules.Documents;

/// <summary>Every resource that is kept as a document and judged by more than its metadata.</summary>
internal static class DocumentRuleTable
{
    private static readonly FrozenDictionary<string, DocumentRules> Table = new Dictionary<string, DocumentRules>
    {
        ["events"] = new() { OnCreate = EventRules.Check, OnUpdate = (@event, _, errors) => EventRules.Check(@event, errors) },
        ["podtemplates"] = new() { OnCreate = TemplateRules.Check, OnUpdate = TemplateRules.CheckUpdate },
        ["ingresses"] = new() { OnCreate = IngressRules.Check, OnUpdate = IngressRules.CheckUpdate },
        ["networkpolicies"] = new() { OnCreate = NetworkPolicyRules.Check, OnUpdate = NetworkPolicyRules.CheckUpdate },
        ["thirdpartyresources"] = new() { OnCreate = ThirdPartyRules.Check, OnUpdate = ThirdPartyRules.CheckUpdate },
        ["poddisruptionbudgets"] = new() { OnCreate = BudgetRules.Check, OnUpdate = BudgetRules.CheckUpdate },
        ["roles"] = new() { OnCreate = RoleRules.Check, OnUpdate = RoleRules.CheckUpdate },
        ["clusterroles"] = new() { OnCreate = RoleRules.Check, OnUpdate = RoleRules.CheckUpdate },
        ["rolebindings"] = new() { OnCreate = RoleRules.CheckBinding, OnUpdate = RoleRules.CheckBindingUpdate },
        ["clusterrolebindings"] = new() { OnCreate = RoleRules.CheckBinding, OnUpdate = RoleRules.CheckBindingUpdate },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static DocumentRules Of(string resource) => Table.GetValueOrDefault(resource) ?? DocumentRules.None;
}

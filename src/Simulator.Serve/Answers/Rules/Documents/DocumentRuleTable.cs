using System.Collections.Frozen;
using Simulator.ControlPlane.Versions;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Rules.Documents;

/// <summary>Every resource that is kept as a document and judged by more than its metadata.</summary>
internal static class DocumentRuleTable
{
    private const string Rbac = "rbac.authorization.k8s.io";

    private static readonly FrozenDictionary<string, DocumentRules> Table = new Dictionary<string, DocumentRules>
    {
        ["events"] = new() { OnCreate = EventRules.Check, OnUpdate = (@event, _, errors) => EventRules.Check(@event, errors) },
        ["podtemplates"] = new() { OnCreate = TemplateRules.Check, OnUpdate = TemplateRules.CheckUpdate },
        ["ingresses"] = new() { OnCreate = IngressRules.Check, OnUpdate = IngressRules.CheckUpdate },
        ["networkpolicies"] = new() { OnCreate = NetworkPolicyRules.Check, OnUpdate = NetworkPolicyRules.CheckUpdate },
        ["thirdpartyresources"] = new() { OnCreate = ThirdPartyRules.Check, OnUpdate = ThirdPartyRules.CheckUpdate },
        ["poddisruptionbudgets"] = new() { OnCreate = BudgetRules.Check, OnUpdate = BudgetRules.CheckUpdate },
        ["cronjobs"] = new() { OnCreate = CronJobRules.Check, OnUpdate = CronJobRules.CheckUpdate },
        ["roles"] = new() { OnCreate = RoleRules.Check, OnUpdate = RoleRules.CheckUpdate },
        ["clusterroles"] = new() { OnCreate = RoleRules.Check, OnUpdate = RoleRules.CheckUpdate },
        ["rolebindings"] = new() { OnCreate = RoleRules.CheckBinding, OnUpdate = RoleRules.CheckBindingUpdate },
        ["clusterrolebindings"] = new() { OnCreate = RoleRules.CheckBinding, OnUpdate = RoleRules.CheckBindingUpdate },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>In later versions other groups have other fields: of those only the rules of roles and of cron jobs are known.</summary>
    public static DocumentRules Of(ServedResource resource) =>
        (resource.Api == ApiGroups.Extensions || resource.Group is Rbac or "batch" ? Table.GetValueOrDefault(resource.StoredName) : null)
        ?? DocumentRules.None;
}

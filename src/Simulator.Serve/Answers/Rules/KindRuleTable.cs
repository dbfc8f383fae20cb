using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Rules;

/// <summary>Every resource that is not plain.</summary>
internal static class KindRuleTable
{
    private static readonly KindRules Replicated = new() { Generation = GenerationRule.Spec };

    private static readonly KindRules CreatedOnUpdate = new() { CreatesOnUpdate = true };

    private static readonly FrozenDictionary<string, KindRules> Table = new Dictionary<string, KindRules>
    {
        ["pods"] = new()
        {
            OnCreate = pod => pod["status"] = new JsonObject { ["phase"] = "Pending" },
            OnStatusUpdate = (pod, _) => pod["metadata"]!.AsObject().Remove("deletionTimestamp"),
        },
        ["nodes"] = new() { EmptiesStatus = false, OnExport = node => node["status"] = new JsonObject() },
        ["namespaces"] = new() { OnCreate = NamespaceRules.Prepare, OnUpdate = NamespaceRules.KeepFinalizers },
        ["services"] = CreatedOnUpdate with { OnUpdate = ServiceRules.DropAddress, OnExport = ServiceRules.Export },
        ["endpoints"] = CreatedOnUpdate,
        ["events"] = CreatedOnUpdate,
        ["limitranges"] = CreatedOnUpdate,
        ["roles"] = CreatedOnUpdate,
        ["rolebindings"] = CreatedOnUpdate,
        ["clusterroles"] = CreatedOnUpdate,
        ["clusterrolebindings"] = CreatedOnUpdate,
        ["jobs"] = new() { OnCreate = JobRules.Prepare },
        ["serviceaccounts"] = new() { OnCreate = AccountRules.Clean, OnUpdate = (account, _) => AccountRules.Clean(account) },
        ["replicationcontrollers"] = Replicated,
        ["replicasets"] = Replicated,
        ["daemonsets"] = Replicated,
        ["petsets"] = Replicated,
        ["statefulsets"] = Replicated,
        ["ingresses"] = Replicated,
        ["networkpolicies"] = Replicated,
        ["poddisruptionbudgets"] = Replicated,
        ["deployments"] = new()
        {
            Generation = GenerationRule.SpecAndAnnotations,
            OnStatusUpdate = (now, old) => now["metadata"]!.AsObject().Take(old["metadata"]!.AsObject(), "labels"),
        },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static KindRules Of(string resource) => Table.GetValueOrDefault(resource) ?? KindRules.Plain;
}

using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.ControlPlane.Scheduling;
using Simulator.Scenarios.Extending;

namespace Simulator.Scenarios.Files.Sources;

/// <summary>One predicate or priority of a scheduler policy.</summary>
internal sealed class PolicyEntryReader(OwnRules plugins)
{
    public PredicatePolicy ReadPredicate(FieldReader fields)
    {
        var policy = new PredicatePolicy(ReadName(fields));
        if (IsOwn(policy.Name, fields)) return policy with { Own = plugins.Predicate(policy.Name, ReadSettings(fields)) };
        return fields.Optional("argument")?.Read(argument => ReadArgument(argument, policy)) ?? policy;
    }

    public PriorityPolicy ReadPriority(FieldReader fields)
    {
        var policy = new PriorityPolicy(ReadName(fields), fields.Required("weight")?.Long(1) ?? 1);
        if (IsOwn(policy.Name, fields)) return policy with { Own = plugins.Priority(policy.Name, ReadSettings(fields)) };
        return fields.Optional("argument")?.Read(argument => ReadArgument(argument, policy)) ?? policy;
    }

    /// <summary>A plug-in's rule, or one of a plug-in that was not given: no rule of Kubernetes has settings.</summary>
    private bool IsOwn(string name, FieldReader fields) =>
        plugins.Find(name) is not null || fields.Peek("argument")?.Node is SourceMapping argument && argument.IndexOf("settings") >= 0;

    private static IReadOnlyDictionary<string, string> ReadSettings(FieldReader fields) =>
        fields.Object("argument", argument => argument.Required("settings") is { } settings
            ? SettingTexts.Read(settings)
            : SettingTexts.None) ?? SettingTexts.None;

    private static PredicatePolicy ReadArgument(FieldReader fields, PredicatePolicy policy)
    {
        RequireExactlyOne(fields, "serviceAffinity", "labelsPresence");
        return policy with
        {
            ServiceAffinityLabels = fields.Object("serviceAffinity", affinity => affinity.Texts("labels")),
            LabelsPresence = fields.Object("labelsPresence", labels => new LabelsPresence(labels.Texts("labels"), labels.Flag("presence"))),
        };
    }

    private static PriorityPolicy ReadArgument(FieldReader fields, PriorityPolicy policy)
    {
        RequireExactlyOne(fields, "serviceAntiAffinity", "labelPreference");
        return policy with
        {
            ServiceAntiAffinityLabel = fields.Object("serviceAntiAffinity", affinity => affinity.Text("label")),
            LabelPreference = fields.Object("labelPreference", label => new LabelPreference(label.Text("label"), label.Flag("presence"))),
        };
    }

    private static void RequireExactlyOne(FieldReader fields, string first, string second)
    {
        if (fields.Has(first) == fields.Has(second))
        {
            fields.Error($"has {(fields.Has(first) ? "both" : "neither")} of {first} and {second}; allowed is exactly one");
        }
    }

    private static string ReadName(FieldReader fields)
    {
        var name = fields.RequiredText("name");
        if (name.Length != 0 && !RuleNames.IsName(name))
        {
            fields.ErrorAt(
                "name",
                $"'{Wording.Shortened(name)}' is not a name; allowed are {RuleNames.Allowed}");
        }
        return name;
    }
}

using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.ControlPlane.Scheduling;

namespace Simulator.Scenarios.Files.Sources;

/// <summary>One predicate or priority of a scheduler policy.</summary>
internal static class PolicyEntryReader
{
    public static PredicatePolicy ReadPredicate(FieldReader fields)
    {
        var policy = new PredicatePolicy(ReadName(fields));
        return fields.Optional("argument")?.Read(argument => ReadArgument(argument, policy)) ?? policy;
    }

    public static PriorityPolicy ReadPriority(FieldReader fields)
    {
        var policy = new PriorityPolicy(ReadName(fields), fields.Required("weight")?.Long(1) ?? 1);
        return fields.Optional("argument")?.Read(argument => ReadArgument(argument, policy)) ?? policy;
    }

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

    /// <summary>
    /// Two characters or more: the expression of 1.3.10 (validName in factory/plugins.go) asks for a first and a last one.
    /// </summary>
    private static string ReadName(FieldReader fields)
    {
        var name = fields.RequiredText("name");
        if (name.Length != 0 && !IsName(name))
        {
            fields.ErrorAt(
                "name",
                $"'{Wording.Shortened(name)}' is not a name; allowed are two or more letters, digits and '-', beginning and ending with "
                    + "a letter or digit");
        }
        return name;
    }

    private static bool IsName(string name) =>
        name.Length >= 2 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && name[0] != '-' && name[^1] != '-';
}

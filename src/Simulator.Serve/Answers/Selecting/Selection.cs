using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Selecting;

/// <summary>Which objects of a resource a request is about.</summary>
internal sealed class Selection
{
    private readonly IReadOnlyList<LabelRequirement> _labels;
    private readonly IReadOnlyList<FieldRequirement> _fields;

    private Selection(IReadOnlyList<LabelRequirement> labels, IReadOnlyList<FieldRequirement> fields) =>
        (_labels, _fields) = (labels, fields);

    /// <summary>The one name that can be chosen; null: several can.</summary>
    public string? Name => _fields.FirstOrDefault(term => term is { Field: "metadata.name", IsEqual: true })?.Value;

    public static Selection Of(RequestTarget target, QueryText query)
    {
        var labels = Read(query["labelSelector"], LabelSelectorText.Parse);
        var fields = Read(query["fieldSelector"], FieldSelectorText.Parse);
        foreach (var term in fields)
        {
            if (FieldLabels.Fault(target.Resource.GroupVersion, target.Resource.Kind, term.Field) is { } fault)
            {
                throw Failures.BadRequest(fault);
            }
        }

        if (target.Name is null) return new Selection(labels, fields);
        if (fields.Count > 0) throw Failures.BadRequest("both a name and a field selector provided; please provide one or the other.");
        return new Selection(labels, [new FieldRequirement("metadata.name", target.Name, IsEqual: true)]);
    }

    public bool Takes(StoredDocument stored)
    {
        foreach (var term in _fields)
        {
            var value = stored.Field(term.Field) ?? FieldValues.Of(stored.Json, term.Field);
            if (value == term.Value != term.IsEqual) return false;
        }

        foreach (var requirement in _labels)
        {
            if (!requirement.Takes(stored.Label(requirement.Key))) return false;
        }

        return true;
    }

    private static IReadOnlyList<T> Read<T>(string? text, Func<string, IReadOnlyList<T>> parse)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? [] : parse(text);
        }
        catch (FormatException fault)
        {
            throw Failures.Internal(fault.Message);
        }
    }
}

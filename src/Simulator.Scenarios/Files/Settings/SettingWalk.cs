using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.Api.Words;
using Simulator.Scenarios.Files.Shapes;

namespace Simulator.Scenarios.Files.Settings;

/// <summary>
/// Goes down a tree along a path and puts a value at its end; mappings on the way that may be there and are not are made.
/// </summary>
/// <param name="value">Knows what was typed; sentences are about that.</param>
internal sealed class SettingWalk(IReadOnlyList<SettingStep> steps, SourceNode value, Diagnostics diagnostics)
{
    /// <summary>In brackets: an item more at the end of a list.</summary>
    public const string Added = "+";

    /// <summary>In brackets: every item of a list.</summary>
    public const string Every = "*";

    /// <summary>The document with the value in its place; as it was, after an error.</summary>
    public SourceNode Change(SourceNode document, IShape shape) => Below(document, new Level(shape, Form: null), 0) ?? document;

    /// <summary>The node with the value somewhere below it; null after an error.</summary>
    private SourceNode? Below(SourceNode node, Level level, int depth)
    {
        if (depth == steps.Count) return value;
        var step = steps[depth];
        return node switch
        {
            SourceMapping mapping when !step.IsItem => InMapping(mapping, level, depth),
            SourceSequence list when step.IsItem => InList(list, level, depth),
            SourceMapping => Refuse($"{At(depth)} is a mapping; allowed after it are keys: {Wording.Listed(KeysOf(level, node))}"),
            SourceSequence list => Refuse($"{At(depth)} is a list; say which item: {Examples(list, depth)}"),
            _ => Refuse($"{At(depth)} is {node.Describe()}; nothing stands below it"),
        };
    }

    private SourceMapping? InMapping(SourceMapping mapping, Level level, int depth)
    {
        var key = steps[depth].Name;
        if (level.Below is { } shape && shape.Keys.All(known => known.Name != key)) return RefuseKey(shape, depth);
        var below = level.At(key);
        var old = mapping[key] is { IsNull: false } there ? there : null;
        var isNewList = old is null && below.IsList && IsAdded(depth + 1);
        if (old is null && depth + 1 < steps.Count && !below.IsMapping && !isNewList) return RefuseAbsent(below, depth);
        var changed = Below(old ?? (isNewList ? GivenValue.List(value.File) : GivenValue.Mapping(value.File)), below, depth + 1);
        return changed is null ? null : mapping.With(new SourceEntry(key, changed.Line, changed.Column, changed));
    }

    private SourceSequence? InList(SourceSequence list, Level level, int depth)
    {
        if (IsAdded(depth)) return depth + 1 == steps.Count ? list.Plus(value) : RefuseBelow(depth);
        if (steps[depth].Name == Every) return InEvery(list, level, depth);
        var index = ItemNames.Find(list, steps[depth].Name);
        if (index < 0) return RefuseItem(list, depth);
        return Below(list.Items[index], level.Item, depth + 1) is { } changed ? list.With(index, changed) : null;
    }

    private SourceSequence? InEvery(SourceSequence list, Level level, int depth)
    {
        if (list.Items.Count == 0) return RefuseItem(list, depth);
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (Below(list.Items[i], level.Item, depth + 1) is not { } changed) return null;
            list = list.With(i, changed);
        }

        return list;
    }

    private SourceMapping? RefuseKey(IShape shape, int depth)
    {
        var known = shape.Keys.Select(key => key.Name).ToList();
        var hint = Wording.DidYouMean(steps[depth].Name, known);
        Refuse(
            $"there is no key '{Wording.Shortened(steps[depth].Name)}' in {At(depth)}"
                + (hint.Length > 0 ? hint : $"; allowed are {Wording.Listed(known.Order(StringComparer.Ordinal))}"));
        return null;
    }

    private SourceMapping? RefuseAbsent(Level below, int depth)
    {
        Refuse(below.IsList ? $"there is no {At(depth + 1)} in the file; set the list as a whole: {At(depth + 1)}=[...]"
            : $"{At(depth + 1)} is a plain value ({below.Form?.Words}); nothing stands below it");
        return null;
    }

    private bool IsAdded(int depth) => depth < steps.Count && steps[depth] is { IsItem: true, Name: Added };

    private SourceSequence? RefuseBelow(int depth)
    {
        Refuse($"{At(depth)}[{Added}] adds an item, which is given as a whole: {At(depth)}[{Added}]={{ ... }}");
        return null;
    }

    private SourceSequence? RefuseItem(SourceSequence list, int depth)
    {
        var names = ItemNames.Of(list);
        var hint = steps[depth].Name.All(char.IsAsciiDigit) ? "" : Wording.DidYouMean(steps[depth].Name, names);
        Refuse(
            list.Items.Count == 0
                ? $"the list {At(depth)} is empty"
                : $"there is no item '{Wording.Shortened(steps[depth].Name)}' in {At(depth)}{hint}"
                    + (hint.Length > 0 ? "" : $"; allowed are {Examples(list, depth)}"));
        return null;
    }

    private SourceNode? Refuse(string sentence)
    {
        diagnostics.Error(value.File, 0, 0, sentence);
        return null;
    }

    private string At(int depth) => depth == 0 ? "the file" : SettingPath.Shown(steps.Take(depth));

    private string Examples(SourceSequence list, int depth)
    {
        if (list.Items.Count == 0) return "there are none";
        var (path, last) = (At(depth), list.Items.Count - 1);
        var numbers = last == 0 ? $"{path}[0]" : $"{path}[0] to {path}[{last}]";
        var names = ItemNames.Of(list);
        return names.Count == 0 ? numbers : $"{numbers}, or by name {Wording.Listed(names.Select(name => $"{path}[{name}]"))}";
    }

    private static IEnumerable<string> KeysOf(Level level, SourceNode node) =>
        level.Below?.Keys.Select(key => key.Name).Order(StringComparer.Ordinal)
        ?? ((SourceMapping)node).Entries.Select(entry => entry.Key);
}

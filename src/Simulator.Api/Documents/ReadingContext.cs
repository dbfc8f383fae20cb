using Simulator.Api.Words;

namespace Simulator.Api.Documents;

/// <summary>What the reading of one document shares: the rules, where sentences go, and who is told of unread keys.</summary>
/// <param name="onUnread">Called for each key that nobody read, under <see cref="UnreadKeys.Reported"/>.</param>
public sealed class ReadingContext(Diagnostics diagnostics, ReadingRules rules, Action<UnreadKey>? onUnread = null)
{
    private ReadingContext? _quiet;

    public Diagnostics Diagnostics { get; } = diagnostics;

    public ReadingRules Rules { get; } = rules;

    /// <summary>What is done again and again, for who knows how long it goes on.</summary>
    public IList<(SourceCursor At, TimeSpan Period)> Cycles { get; } = [];

    /// <summary>Where the paths in the document begin; null: in the folder of the file of each value.</summary>
    public string? Folder { get; init; }

    /// <summary>
    /// What the document's own reader lays down for the readers of its parts, who know what it is: libraries of the user, say.
    /// </summary>
    public IList<object> Shared { get; private init; } = [];

    public bool Validates => Rules.Validates;

    /// <summary>The same, but nobody is told of keys that were not read.</summary>
    internal ReadingContext Quiet =>
        Rules.Unread == UnreadKeys.Ignored
            ? this
            : _quiet ??= new(Diagnostics, Rules with { Unread = UnreadKeys.Ignored }) { Folder = Folder, Shared = Shared };

    internal void Report(UnreadKey key)
    {
        if (Rules.Unread == UnreadKeys.Refused) Refuse(key);
        else onUnread?.Invoke(key);
    }

    private void Refuse(UnreadKey key)
    {
        if (Diagnostics.IsFull) return;
        var hint = key.Suggestion() is { } near
            ? $"unknown key; did you mean '{near}'?"
            : $"unknown key; allowed are {Wording.Listed(key.Known)}";
        Diagnostics.Error(key.File, key.Entry.Line, key.Entry.Column, key.Path.Says(hint));
    }
}

/// <param name="Path">With the key as its last step.</param>
/// <param name="Known">The keys that are read in this place.</param>
public sealed record UnreadKey(SourceMapping Mapping, SourceEntry Entry, SourcePath Path, IReadOnlyCollection<string> Known)
{
    public string File => Mapping.File;

    /// <summary>
    /// A key of nearly the same name that is read here and absent; null if there is none, or the key itself is known and only not acted
    /// upon.
    /// </summary>
    public string? Suggestion() =>
        Known.Contains(Entry.Key) ? null : Wording.Nearest(Entry.Key, Known.Where(key => Mapping.IndexOf(key) < 0));
}

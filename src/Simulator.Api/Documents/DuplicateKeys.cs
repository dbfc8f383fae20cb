using Simulator.Api.Words;

namespace Simulator.Api.Documents;

/// <summary>What to do with a key that comes twice in one mapping.</summary>
internal enum DuplicateKeys
{
    Refused,
    LastWins,
}

internal static class DuplicateKeysWords
{
    /// <param name="mapping">What the format calls it: <c>mapping</c>, <c>object</c>.</param>
    public static void Tell(this DuplicateKeys duplicates, string file, in SourceEntry entry, string mapping, Diagnostics diagnostics)
    {
        var sentence = $"the key '{Wording.Shortened(entry.Key)}' comes twice in one {mapping}";
        if (duplicates == DuplicateKeys.Refused) diagnostics.Error(file, entry.Line, entry.Column, sentence);
        else diagnostics.Remark(file, entry.Line, entry.Column, $"{sentence}: this one counts, as for kubectl 1.3");
    }
}

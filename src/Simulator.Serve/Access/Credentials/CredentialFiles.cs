using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Access.Credentials;

/// <summary>Reads the files that say who is who. Sentences name lines, never what stands in them: they hold secrets.</summary>
public static class CredentialFiles
{
    /// <summary>Null after errors.</summary>
    public static BasicFile? ReadPasswords(string file, string text, Diagnostics diagnostics)
    {
        var passwords = new BasicFile();
        var columns = 0;
        return Read(file, text, diagnostics, cells =>
        {
            if (columns == 0) columns = cells.Count;
            if (cells.Count < 3 || cells.Count != columns) return Wrong(cells.Count, "password, user name, user uid, on each line alike");
            passwords.Add(cells[0], new User(cells[1]) { Uid = cells[2] });
            return null;
        }) ? passwords : null;
    }

    /// <summary>Null after errors.</summary>
    public static TokenFile? ReadTokens(string file, string text, Diagnostics diagnostics)
    {
        var tokens = new TokenFile();
        return Read(file, text, diagnostics, cells =>
        {
            if (cells.Count < 3) return Wrong(cells.Count, "token, user name, user uid and, in quotes, groups");
            tokens.Add(cells[0], new User(cells[1]) { Uid = cells[2], Groups = cells.Count > 3 ? cells[3].Split(',') : [] });
            return null;
        }) ? tokens : null;
    }

    private static string Wrong(int found, string allowed) => $"has {found} column{(found == 1 ? "" : "s")}; allowed are {allowed}";

    /// <param name="take">Answers what is wrong with a row; null: nothing.</param>
    private static bool Read(string file, string text, Diagnostics diagnostics, Func<IReadOnlyList<string>, string?> take)
    {
        var own = new Diagnostics();
        foreach (var (line, cells) in CsvRows.Read(file, text, own))
        {
            if (take(cells) is { } sentence) own.Error(file, line, 1, sentence);
        }

        diagnostics.AddAll(own);
        return !own.HasErrors;
    }
}

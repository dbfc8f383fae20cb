using System.Buffers;
using System.Globalization;

namespace Simulator.Serve.Answers.Writing;

/// <summary>What Go's encoding/json escapes, and how.</summary>
internal static class GoEscapes
{
    public static readonly SearchValues<char> Special = SearchValues.Create(
        string.Concat(Enumerable.Range(0, 32).Select(code => (char)code)) + "\"\\<>&\u2028\u2029");

    public static string Of(char special) => special switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => "\\u" + ((int)special).ToString("x4", CultureInfo.InvariantCulture),
    };
}

namespace Simulator.Serve.Answers.Bodies;

/// <summary>What Go's encoding/json says of a text that is not JSON (scanner.go).</summary>
internal sealed class GoJsonFault
{
    /// <summary>Go's is 10,000 (maxNestingDepth); no object has a tenth of this one, and a stack must hold it.</summary>
    private const int DepthMax = 1000;

    private readonly string _text;
    private int _at;
    private int _depth;

    private GoJsonFault(string text) => _text = text;

    /// <summary>The sentence; null for JSON.</summary>
    public static string? Find(string text)
    {
        var scan = new GoJsonFault(text);
        try
        {
            scan.Value();
            scan.Blank();
            return scan._at < text.Length ? scan.Wrong("after top-level value").Message : null;
        }
        catch (FormatException fault)
        {
            return fault.Message;
        }
    }

    private void Value()
    {
        Blank();
        switch (Look())
        {
            case '{': Nested(Object); break;
            case '[': Nested(Array); break;
            case '"': Text(); break;
            case 't': Literal("true"); break;
            case 'f': Literal("false"); break;
            case 'n': Literal("null"); break;
            case '-' or (>= '0' and <= '9'): Number(); break;
            default: throw Wrong("looking for beginning of value");
        }
    }

    private void Nested(Action read)
    {
        if (++_depth > DepthMax) throw Wrong("exceeded max depth");
        read();
        _depth--;
    }

    private void Object()
    {
        _at++;
        Blank();
        if (Skip('}')) return;
        while (true)
        {
            Blank();
            if (Look() != '"') throw Wrong("looking for beginning of object key string");
            Text();
            Blank();
            if (!Skip(':')) throw Wrong("after object key");
            Value();
            Blank();
            if (Skip('}')) return;
            if (!Skip(',')) throw Wrong("after object key:value pair");
        }
    }

    private void Array()
    {
        _at++;
        Blank();
        if (Skip(']')) return;
        while (true)
        {
            Value();
            Blank();
            if (Skip(']')) return;
            if (!Skip(',')) throw Wrong("after array element");
        }
    }

    private void Text()
    {
        for (_at++; Look() != '"'; _at++)
        {
            if (Look() < ' ') throw Wrong("in string literal");
            if (Look() == '\\') Escape();
        }

        _at++;
    }

    private void Escape()
    {
        _at++;
        if (Look() == 'u')
        {
            for (var i = 0; i < 4; i++)
            {
                _at++;
                if (!char.IsAsciiHexDigit(Look())) throw Wrong("in \\u hexadecimal character escape");
            }
        }
        else if (!"bfnrt\\/\"".Contains(Look(), StringComparison.Ordinal)) throw Wrong("in string escape code");
    }

    private void Literal(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (Look() != word[i]) throw Wrong($"in literal {word} (expecting '{word[i]}')");
            _at++;
        }
    }

    private void Number()
    {
        Skip('-');
        if (!char.IsAsciiDigit(Look())) throw Wrong("in numeric literal");
        if (!Skip('0')) Digits();
        if (Skip('.')) Digits("after decimal point in numeric literal");
        if (_at < _text.Length && _text[_at] is 'e' or 'E')
        {
            _at++;
            if (!Skip('+')) Skip('-');
            Digits("in exponent of numeric literal");
        }
    }

    private void Digits(string where = "in numeric literal")
    {
        if (!char.IsAsciiDigit(Look())) throw Wrong(where);
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at])) _at++;
    }

    private bool Skip(char wanted)
    {
        if (_at >= _text.Length || _text[_at] != wanted) return false;
        _at++;
        return true;
    }

    private void Blank()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t' or '\r' or '\n') _at++;
    }

    private char Look() => _at < _text.Length ? _text[_at] : throw new FormatException("unexpected end of JSON input");

    private FormatException Wrong(string where) => _at < _text.Length
        ? new FormatException($"invalid character {Quoted(_text[_at])} {where}")
        : new FormatException("unexpected end of JSON input");

    private static string Quoted(char c) => c switch
    {
        '\'' => "'\\''",
        '"' => "'\"'",
        '\n' => "'\\n'",
        '\t' => "'\\t'",
        '\r' => "'\\r'",
        < ' ' => $"'\\x{(int)c:x2}'",
        _ => $"'{c}'",
    };
}

package dev.layerscope.render.generator.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.YamlReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoTemplateTest {
  private static final String PARAMETERS =
      """
      name: Web-App
      count: 3
      big: 1000000
      half: 0.5
      live: true
      nothing: null
      empty: ""
      list: [b, a, c]
      map: {x: 1, z: two}
      path: {path: apps/web, segments: [apps, web]}
      """;

  private static String run(String template, String... options) throws TemplateException {
    var document = (Document.Content) YamlReader.read(PARAMETERS, Reading.ARGO).getFirst();
    return GoTemplate.parse(template, List.of(options))
        .execute(GoNodes.fields((Mapping) document.root()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '~',
      textBlock =
          """
          {{.name}}                                              => Web-App
          {{ .count }} {{ .big }} {{ .half }} {{ .live }}          => 3 1e+06 0.5 true
          {{.list}} {{.map}}                                     => [b a c] map[x:1 z:two]
          {{.nothing}} {{.missing}}                              => <no value> <no value>
          a {{- .count -}} b                                     => a3b
          a{{/* a comment */}}b                                  => ab
          {{if .live}}1{{else}}2{{end}}{{if not .live}}3{{end}}      => 1
          {{if eq .name "x"}}1{{else if .empty}}2{{else}}3{{end}} => 3
          {{with .map}}{{.z}}{{end}}{{with .empty}}x{{else}}y{{end}} => twoy
          {{range $i, $e := .list}}{{$i}}={{$e}};{{end}}         => 0=b;1=a;2=c;
          {{range $k, $v := .map}}{{$k}}{{$v}}{{end}}            => x1ztwo
          {{range .list}}{{if eq . "a"}}{{continue}}{{end}}{{.}}{{end}} => bc
          {{range .list}}{{if eq . "a"}}{{break}}{{end}}{{.}}{{end}} => b
          {{range 3}}{{.}}{{end}}{{range .nothing}}x{{else}}none{{end}} => 012none
          {{$x := 1}}{{if true}}{{$x = 2}}{{end}}{{$x}}          => 2
          {{define "t"}}<{{.}}>{{end}}{{template "t" .name}}     => <Web-App>
          {{block "b" .count}}[{{.}}]{{end}}                     => [3]
          {{(index .list 1) | upper}} {{index .map "z"}}         => A two
          {{len .list}} {{len .name}} {{len .map}}               => 3 7 2
          {{and .live .name}} {{or .empty .name}} {{not .empty}}   => Web-App Web-App true
          {{lt 1 2}} {{ge 2 2}} {{ne "a" "b"}} {{eq 1 2 1}}      => true true true true
          {{print "a" 1 2 "b"}}                                  => a1 2b
          {{printf "%s-%03d-%q-%v-%5.2f|%-4s|%x" .name 7 "q" .live 1.5 "l" 255}} => Web-App-007-"q"-true- 1.50|l   |ff
          {{printf "%d" .count}} {{printf "%s"}}                 => %!d(float64=3) %!s(MISSING)
          {{"a\\tb" | quote}} {{`raw`}} {{'a'}}                   => "a\\tb" raw 97
          """)
  void theLanguageIsGos(String template, String expected) throws TemplateException {
    assertThat(run(template)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '~',
      textBlock =
          """
          {{.name | lower | trunc 3}} {{trunc -3 .name}}         => web App
          {{.missing | default "d"}} {{.name | default "d"}}     => d Web-App
          {{coalesce .empty .missing "z"}} {{empty .empty}}      => z true
          {{ternary "y" "n" .live}} {{true | ternary "y" "n"}}     => y y
          {{trimPrefix "Web-" .name}} {{trimSuffix "App" .name}} {{trimAll "WA" .name}} => App Web- eb-App
          {{replace "-" "_" .name}} {{repeat 2 "ab"}} {{nospace "a b"}} => Web_App abab ab
          {{contains "App" .name}} {{hasPrefix "Web" .name}} {{hasSuffix "x" .name}} => true true false
          {{join "," .list}} {{sortAlpha .list | join ""}} {{.list | first}}{{.list | last}} => b,a,c abc bc
          {{splitList "/" .path.path | last}} {{(split "/" .path.path)._0}} => web apps
          {{list 1 2 3 | reverse}} {{rest (list 1 2)}} {{uniq (list 1 1 2)}} => [3 2 1] [2] [1 2]
          {{append .list "d" | len}} {{has "a" .list}} {{without .list "a"}} => 4 true [b c]
          {{slice .list 1 2}} {{concat .list (list 1)}} {{until 3}} => [a] [b a c 1] [0 1 2]
          {{get .map "z"}}{{get .map "w"}} {{hasKey .map "x"}} {{dig "path" "none" .path}} => two true apps/web
          {{keys .map | sortAlpha | join ","}} {{pick .map "x"}} {{omit .map "x"}} => x,z map[x:1] map[z:two]
          {{$d := dict "a" 1}}{{$_ := set $d "b" 2}}{{$d}}       => map[a:1 b:2]
          {{merge (dict "a" "") (dict "a" 1 "b" 2)}}             => map[a:1 b:2]
          {{add 1 .count}} {{sub 5 2}} {{mul 2 3}} {{div 7 2}} {{mod 7 2}} {{add1 "4"}} => 4 3 6 3 1 5
          {{max 1 5 2}} {{min 3 2}} {{ceil 1.2}} {{floor 1.8}} {{round 1.256 2}} => 5 2 2 1 1.26
          {{int "12"}} {{int "0x10"}} {{int "x"}} {{float64 "1.5"}} {{atoi "07"}} => 12 16 0 1.5 7
          {{b64enc "hi"}} {{b64dec "aGk="}} {{sha256sum "a" | trunc 8}} {{adler32sum "a"}} => aGk= hi ca978112 6422626
          {{toJson .map}} {{toRawJson "<"}} {{toJson "<"}}        => {"x":1,"z":"two"} "<" "\\u003c"
          {{(fromJson "{\\"a\\":[1,2]}").a}} {{kindOf .map}} {{typeOf .count}} {{kindIs "string" .name}} => [1 2] map float64 true
          {{regexMatch "^W.b" .name}} {{regexReplaceAll "(\\\\w+)-(\\\\w+)" .name "${2}-${1}"}} {{regexFind "[a-z]+" .name}} => true App-Web eb
          {{regexMatch "(?=a)" .name}} {{regexMatch "(?i)WEB" .name}} {{regexSplit "-" "a-b-c" 2}} => false true [a b-c]
          {{base .path.path}} {{dir .path.path}} {{ext "a.tar.gz"}} {{clean "a/../b"}} => web apps .gz b
          {{semverCompare ">=1.2" "1.3.0"}} {{normalize "A_b.C-"}} {{slugify 10 true "one/two_three four"}} => true a-b.c one-two
          {{title "a bc"}} {{untitle "AB"}} {{cat 1 "b"}} {{substr 0 3 .name}} {{plural "one" "many" 2}} => A Bc aB 1 b Web many
          """)
  void theFunctionsAreSprigsAndArgoCds(String template, String expected) throws TemplateException {
    assertThat(run(template)).isEqualTo(expected);
  }

  @Test
  void yamlIsIndentedUnderItsKey() throws TemplateException {
    assertThat(run("values:{{ toYaml .path | nindent 2 }}"))
        .isEqualTo("values:\n  path: apps/web\n  segments:\n  - apps\n  - web");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '~',
      textBlock =
          """
          {{.name.first}}       => executing "base" at <.name.first>: can't evaluate field first in type interface {}
          {{.nothing.x}}        => executing "base" at <.nothing.x>: nil pointer evaluating interface {}.x
          {{eq .count 3}}       => error calling eq: incompatible types for comparison
          {{upper .count}}      => wrong type for value; expected string; got float64
          {{upper "a" "b"}}     => wrong number of args for upper: want 1 got 2
          {{index .list 9}}     => error calling index: index out of range: 9
          {{fail "no"}}         => error calling fail: no
          {{div 1 0}}           => error calling div: runtime error: integer divide by zero
          {{range .name}}{{end}} => range can't iterate over Web-App
          {{template "none"}}   => template "none" not defined
          {{if .live}}            => failed to parse template {{if .live}}: template: base:1: unexpected EOF
          {{end}}               => unexpected {{end}}
          {{$x}}                => undefined variable "$x"
          {{.a                  => unclosed action
          {{nosuch .a}}         => function "nosuch" not defined
          {{"a" | "b"}}         => non executable command in pipeline stage 2
          {{break}}             => {{break}} outside {{range}}
          """)
  void whatGoRefusesIsRefusedInItsWords(String template, String words) {
    assertThatThrownBy(() -> run(template))
        .isInstanceOfSatisfying(
            TemplateException.class,
            e -> {
              assertThat(e.isUnknown()).isFalse();
              assertThat(e.reason()).contains(words);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{now}}",
        "{{uuidv4}}",
        "{{randAlpha 3}}",
        "{{genPrivateKey \"rsa\"}}",
        "{{keys .map}}",
        "{{values .map | first}}",
        "{{until 100000000}}",
        "{{repeat 100000000 \"abc\"}}",
        "{{define \"t\"}}{{template \"t\"}}{{end}}{{template \"t\"}}",
        "{{range until 90000}}{{range until 90000}}{{end}}{{end}}"
      })
  void whatGitAloneDoesNotSayIsUnknownAndNoError(String template) {
    assertThatThrownBy(() -> run(template))
        .isInstanceOfSatisfying(
            TemplateException.class, e -> assertThat(e.isUnknown()).as(e.reason()).isTrue());
  }

  @Test
  void aMissingKeyMeansWhatTheOptionSays() throws TemplateException {
    assertThat(run("{{.missing}}", "missingkey=zero")).isEqualTo("<no value>");
    assertThat(run("{{.missing.deeper}}")).isEqualTo("<no value>");
    assertThatThrownBy(() -> run("{{.missing}}", "missingkey=error"))
        .hasMessageContaining("map has no entry for key \"missing\"");
    assertThatThrownBy(() -> run("{{.missing}}", "missingkey=no"))
        .hasMessage("unrecognized option: missingkey=no");
  }

  @Test
  void theEnvironmentIsNotAFunction() {
    for (String name : List.of("env", "expandenv", "getHostByName")) {
      assertThatThrownBy(() -> run("{{" + name + " \"HOME\"}}"))
          .hasMessageContaining("function \"" + name + "\" not defined");
    }
  }
}
